/* The opened arithmetic: every measure of one country's groups with its sums, asked for when somebody looks. */
(function (m) {
  "use strict";
  var working = (m.working = {}), el = function () { return m.words.el.apply(null, arguments); }, asked = null;

  function box() { return document.getElementById("working"); }

  working.open = function () {
    box().replaceChildren(head([]), el("p", { class: "empty", text: "…" }));
    if (!box().open) box().showModal();
    working.ask(m.chosen()[0] || "");
  };

  /* The sums of one country in the year that the page shows. */
  working.ask = function (code) {
    var view = Object.assign({}, m.view, { areas: code }), question = (asked = {});
    m.questions.ask("working", m.address.write(view, m.address.keys(view, "working"))).then(function (text) {
      if (question === asked) fill(m.questions.read("working", text), code);
    }, function (fault) {
      if (question === asked) box().replaceChildren(head([]), el("p", { class: "empty", text: "The server could not answer (" + fault.message + ")." }));
    });
  };

  function head(inside) {
    return el("header", {}, [el("h2", { text: "The arithmetic" })].concat(inside, [el("button", { class: "quiet", "data-shut": "working", "aria-label": "Close", text: "×" })]));
  }

  /* The chosen stand first, then all countries by name. */
  function countries(code) {
    var select = el("select", { "aria-label": "Country", "data-key": "working" }), chosen = m.chosen();
    var line = function (c) { var option = el("option", { value: c, text: m.name(c) }); option.selected = c === code; return option; };
    if (!code) select.appendChild(el("option", { value: "", text: "Choose a country" }));
    if (chosen.length) select.appendChild(el("optgroup", { label: "Chosen" }, chosen.map(line)));
    var rest = Object.keys(m.basics.areas).filter(function (c) { return chosen.indexOf(c) < 0; });
    rest.sort(function (a, b) { return m.name(a).localeCompare(m.name(b), "en"); });
    select.appendChild(el("optgroup", { label: "All" }, rest.map(line)));
    return select;
  }

  function fill(data, code) {
    var of = [data.indicator, data.of, data.by && "by " + data.by].filter(Boolean).join(", ");
    var nodes = [head([countries(code)]), el("p", { class: "subject", text: of + (data.year ? " · " + (data.used && data.used !== data.year ? "values of " + data.used + ", the latest up to " + data.year : data.year) : "") })];
    if (data.why) nodes.push(el("p", { class: "empty", text: data.why }));
    else {
      nodes.push(el("table", {}, [el("tbody", {}, data.groups.map(function (g) {
        return el("tr", {}, [el("th", { scope: "row", text: g[0] }), el("td", { text: g[1] }), el("td", { text: g[2] ? g[2] + " of the people" : "" })]);
      }))]));
      var family = "";
      data.measures.forEach(function (one) {
        if (one.family !== family) nodes.push(el("h3", { text: (family = one.family) }));
        nodes.push(told(one, one.key === data.measure));
      });
    }
    working.held = data;
    box().replaceChildren.apply(box(), nodes);
    var open = box().querySelector("details[open]");
    if (open) open.scrollIntoView({ block: "nearest" });
  }

  function valueOf(one) { return one.value + (one.unit === "%" ? "%" : one.unit ? " " + one.unit : ""); }

  function told(one, isShown) {
    if (one.reason) return el("p", { class: "refused" }, [el("b", { text: one.name }), document.createTextNode(" – " + one.reason)]);
    var inside = [el("summary", {}, [el("b", { text: one.name }), el("span", { text: valueOf(one) })]), el("p", { text: one.says }), el("pre", { text: one.steps.join("\n") })];
    if (one.interval) inside.push(el("p", { text: one.interval }));
    one.notes.forEach(function (note) { inside.push(el("p", { class: "note", text: note })); });
    inside.push(el("p", { class: "from" }, [document.createTextNode("After " + one.source + ". "), el("button", { class: "quiet", "data-copy": one.key, text: "Copy" })]));
    var details = el("details", { "data-measure": one.key }, inside);
    details.open = isShown;
    return details;
  }

  /* What stands in the clipboard says by itself what it is of. */
  working.text = function (key) {
    var data = working.held, one = data.measures.find(function (o) { return o.key === key; });
    return [one.name + ": " + data.indicator + (data.of ? ", " + data.of : "") + " by " + data.by + ", " + data.area + ", " + data.used]
      .concat(one.steps, one.interval || [], one.notes, ["After " + one.source, "Data: " + m.held.headline.source.attribution, window.location.href]).join("\n");
  };
  working.copy = function (button) {
    var text = working.text(button.dataset.copy), said = function () { button.textContent = "Copied"; window.setTimeout(function () { button.textContent = "Copy"; }, 2000); };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(said, select);
    else select();
    function select() { window.getSelection().selectAllChildren(button.closest("details").querySelector("pre")); }
  };
})((window.monitor = window.monitor || {}));
