/* The words around the panels, from the server's headline. */
(function (m) {
  "use strict";
  var words = (m.words = {}), DRAWN = /^(svg|rect)$/;

  function el(tag, attributes, children) {
    var node = DRAWN.test(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") node.textContent = attributes.text;
      else if (key === "style") node.style.cssText = attributes.style; // as an attribute the page's policy refuses it
      else if (attributes[key] !== null) node.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (child) { if (child) node.appendChild(child); });
    return node;
  }
  words.el = el;

  words.fill = function (id, nodes) {
    var box = document.getElementById(id);
    if (box) box.replaceChildren.apply(box, nodes);
  };

  /* All that does not change with the year. */
  words.headline = function (head) {
    document.title = head.title + " · " + m.basics.name;
    words.fill("title", [document.createTextNode(head.title)]);
    words.notices(head.notices);
    words.legend(head);
    words.about(head);
    words.source(head);
    document.querySelectorAll("[data-indicator]").forEach(function (link) {
      var now = link.dataset.indicator === head.indicator;
      if (now) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    document.querySelectorAll("details[data-dimension]").forEach(function (box) {
      if (box.dataset.dimension === head.about.dimension) box.open = true;
      else if (!box.dataset.kept) box.open = false;
    });
  };

  words.notices = function (texts) {
    var nodes = texts.map(function (text) { return el("p", { text: text }); });
    if (nodes.length) nodes.push(el("button", { class: "quiet", "data-close": "notices", "aria-label": "Close this notice", text: "×" }));
    words.fill("notices", nodes);
  };

  /* What changes with the year. */
  words.year = function () {
    var head = m.held.headline, year = m.year();
    if (!head) return;
    var parts = [head.unit, String(year)];
    if (head.scope) parts.push(head.scope);
    words.fill("subtitle", [
      document.createTextNode(parts.join(" · ")), el("span", { class: "direction " + head.direction, text: head.direction_words })
    ]);
    words.fill("sentence", [document.createTextNode(words.ofChosen(head, year) || head.sentences[year] || "")]);
    document.getElementById("title").classList.toggle("long", head.title.length > 44 || !!head.measure.value);
    var asked = m.address.write(m.view);
    document.querySelectorAll("a[data-view]").forEach(function (same) { same.href = same.dataset.view + (asked ? "?" + asked : ""); }); // the same view elsewhere
    if (m.away) m.away.follow(); // an embed has nothing of it
    words.fill("year-words", [document.createTextNode(String(year))]);
  };

  /* The chosen, where they are no more than three: place, distance to the median they are compared with, and change. */
  words.ofChosen = function (head, year) {
    var chosen = m.chosen(), trend = m.held.trend, held = m.held.map;
    if (!chosen.length || chosen.length > 3) return "";
    var short = m.numbers.running(head);
    var median = trend && trend.median && !m.pending.trend ? trend.median[year - trend.first] : null;
    var said = chosen.map(function (code) {
      var row = m.ranking.placeOf(code);
      var outside = row ? null : m.slab.at(held, code, year, head.window);
      if (outside && outside.value !== null) return m.name(code) + " " + m.numbers.withUnit(outside.value, short, outside.flag) + (outside.year < year ? " in " + outside.year : "") + ", not among the countries ranked.";
      if (!row) return m.name(code) + ": " + m.numbers.nothing(outside) + ".";
      var text = m.name(code) + " " + m.numbers.withUnit(row.cell.value, short, row.cell.flag) + (row.cell.year < year ? " in " + row.cell.year : "");
      var change = m.slab.change(held, code, row.cell, m.basics.change);
      if (m.numbers.isAnswer(head)) return text + (change ? ", " + m.numbers.changed(change.change, head) + " in " + change.since : "") + ".";
      text += ", " + m.numbers.ordinal(row.rank) + " of " + m.ranking.places().length;
      var isBound = row.cell.flag === "<" || row.cell.flag === ">";
      if (median !== null && median !== undefined && !isBound && !head.why_not_mapped) {
        var far = row.cell.value - median;
        text += /[1-9]/.test(m.numbers.say(far, head.decimals)) ? ", " + m.numbers.say(Math.abs(far), head.decimals) + (far > 0 ? " above" : " below") : ", at";
        text += " the median";
      }
      return text + (change ? ", " + m.numbers.signed(change.change, head.decimals) + " since " + change.since : "") + ".";
    }).join(" ");
    var of = median !== null && median !== undefined && !head.why_not_mapped ? " " + trend.peers + " median: " + m.numbers.withUnit(median, short) + " (" + trend.n[year - trend.first] + " countries)." : "";
    return said + of;
  };

  words.legend = function (head) {
    var nodes;
    if (head.why_not_mapped) {
      nodes = [el("span", { class: "key why", text: head.why_not_mapped + " Circles grow with the count." })].concat(m.map.keys().map(function (count) {
        var size = Math.round(m.map.circle(count));
        return el("span", { class: "key discs" }, [el("svg", { class: "disc", width: size, height: size }), el("span", { text: m.numbers.say(count, 0) })]);
      }));
    } else {
      nodes = head.classes.labels.map(function (label, i) {
        return el("span", { class: "key" }, [el("i", { "data-fill": head.classes.colours[i] }), el("span", { text: label })]);
      });
    }
    words.fill("legend", nodes.concat([el("span", { id: "marks", class: "marks" })]));
  };

  /* Only the marks that this year's map really carries. */
  words.marks = function (kinds, uniform) {
    var box = document.getElementById("marks");
    if (!box) return;
    var shown = Object.keys(m.basics.marks).filter(function (kind) { return kinds[kind] && !(uniform && kind === "estimated"); });
    var nodes = shown.map(function (kind) {
      return el("span", { class: "key" }, [el("i", { class: "swatch " + kind }), el("span", { text: m.basics.marks[kind] })]);
    });
    if (uniform) nodes.push(el("span", { class: "key why", text: "all values are estimated or modelled" }));
    box.replaceChildren.apply(box, nodes);
  };

  words.about = function (head) {
    var about = head.about, nodes = [el("p", { text: about.definition })];
    if (about.note) nodes.push(el("p", { class: "note", text: about.note }));
    nodes.push(el("p", { class: "kind", text: "Measures " + { input: "an input", output: "an output", outcome: "an outcome", impact: "an impact" }[about.level] +
      "; " + { quantitative: "quantitative", "expert-coded": "coded by experts", perception: "a perception" }[about.kind] + "." }));
    nodes.push(el("h3", { text: about.recommendations.length > 1 ? "Recommendations it informs" : "Recommendation it informs" }));
    nodes.push(el("ul", {}, about.recommendations.map(function (r) {
      return el("li", {}, [el("strong", { text: r[0] + " " + r[1] + ". " }), document.createTextNode(r[2])]);
    })));
    words.fill("about", nodes);
  };

  words.source = function (head) {
    var s = head.source;
    words.fill("source", [
      document.createTextNode("Source: " + s.attribution + (s.attribution.indexOf(s.vintage) < 0 ? ", " + s.vintage : "") + ". Licence: "),
      el("a", { href: s.licence_url, rel: "license noopener", target: "_blank", text: s.licence }), document.createTextNode(".")
    ]);
  };
})((window.monitor = window.monitor || {}));
