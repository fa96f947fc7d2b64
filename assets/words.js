/* The words around the panels, from the server's headline. */
(function (m) {
  "use strict";
  var words = (m.words = {});

  function el(tag, attributes, children) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") node.textContent = attributes.text; else node.setAttribute(key, attributes[key]);
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
    document.title = head.title + " · Society for All Monitor";
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
    var link = document.getElementById("download");
    if (link) link.href = m.base + "download/data.csv?indicator=" + head.indicator;
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
    words.fill("sentence", [document.createTextNode(head.sentences[year] || "")]);
    words.fill("year-words", [document.createTextNode(String(year))]);
  };

  words.legend = function (head) {
    var nodes;
    if (head.why_not_mapped) {
      nodes = [el("span", { class: "key why", text: head.why_not_mapped + " Circles grow with the count." })];
    } else {
      nodes = head.classes.labels.map(function (label, i) {
        return el("span", { class: "key" }, [el("i", { style: "background:" + head.classes.colours[i] }), el("span", { text: label })]);
      });
    }
    words.fill("legend", nodes.concat([el("span", { id: "marks", class: "marks" })]));
  };

  var MARKS = {
    none: "no data", suppressed: "suppressed", "not-applicable": "not applicable", borrowed: "from an earlier year",
    estimated: "estimated or modelled", projected: "projected", bound: "only a bound is known"
  };

  /* Only the marks that this year's map really carries. */
  words.marks = function (kinds, uniform) {
    var box = document.getElementById("marks");
    if (!box) return;
    var shown = Object.keys(MARKS).filter(function (kind) { return kinds[kind] && !(uniform && kind === "estimated"); });
    var nodes = shown.map(function (kind) {
      return el("span", { class: "key" }, [el("i", { class: "swatch " + kind }), el("span", { text: MARKS[kind] })]);
    });
    if (uniform) nodes.push(el("span", { class: "key why", text: "every value of this year is an estimate or modelled" }));
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
