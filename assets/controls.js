/* Year, window, slices, scope, comparison and chosen countries: each control writes the address, nothing else. */
(function (m) {
  "use strict";
  var controls = (m.controls = {}), el = function () { return m.words.el.apply(null, arguments); };

  function choice(name, key, value, options, fallback) {
    var select = el("select", { "aria-label": name, "data-key": key, "data-default": fallback || "" });
    options.forEach(function (o) {
      var parent = select;
      if (o.group) {
        parent = select.querySelector('optgroup[label="' + o.group + '"]') || select.appendChild(el("optgroup", { label: o.group }));
      }
      var option = el("option", { value: o.value, text: o.text });
      if (o.off) option.disabled = true;
      if (o.value === value) option.selected = true;
      parent.appendChild(option);
    });
    return select;
  }

  function labelled(words, select) { return el("label", {}, [el("span", { text: words }), select]); }

  controls.headline = function (head, view) {
    controls.slices(head);
    controls.measures(head.measure);
    controls.groups(view);
    controls.window(head);
    controls.range(head);
  };

  /* Up to two breakdowns stand open; more are folded into one box that says what is chosen. */
  controls.slices = function (head) {
    var selects = head.slices.map(function (s) {
      return labelled(s.name, choice(s.name, s.key, s.value, s.options.map(function (o) { return { value: o[0], text: o[1] }; }), s.default));
    });
    if (selects.length <= 2) { m.words.fill("slices", selects); return; }
    var chosen = head.slices.filter(function (s) { return s.value !== s.default; }).map(function (s) {
      return s.options.find(function (o) { return o[0] === s.value; })[1];
    });
    var was = document.querySelector("#slices details");
    var box = el("details", { class: "more" }, [el("summary", { text: chosen.length ? "Group: " + chosen.join(", ") : "Choose a group" }), el("div", { class: "fold" }, selects)]);
    if (was && was.open && was.dataset.indicator === head.indicator) box.open = true;
    box.dataset.indicator = head.indicator;
    m.words.fill("slices", [box]);
  };

  /* Which measure is shown in place of the values; those that cannot be given say why. */
  controls.measures = function (choices) {
    if (!choices.options.length) { m.words.fill("measure", []); return; }
    var options = [{ value: "", text: "the values" }].concat(choices.options.map(function (o) {
      return { value: o[0], text: o[3] ? o[1] + " (" + o[3] + ")" : o[1], group: o[2], off: !!o[3] };
    }));
    var nodes = [labelled("Show", choice("What is shown", "measure", choices.value, options, ""))];
    if (choices.refs.length) nodes.push(choice("Groups compared", "ref", choices.ref, choices.refs.map(function (o) { return { value: o[0], text: o[1] }; }), ""));
    nodes.push(el("button", { class: "quiet", title: "The arithmetic of every measure, with a country's numbers put in", "data-open": "working", text: "Sums" }));
    m.words.fill("measure", nodes);
  };

  /* What else of the address changes with a choice: a measure is of all groups of its breakdown, and may set them against one. */
  controls.changes = function (key, value) {
    var changes = {}, view = m.view, measure = key === "measure" ? value : view.measure, by = m.held.headline.measure.by;
    if (key === "by") by = value || m.held.breakdown.by.default;
    changes[key] = value;
    if (key === "by") changes.cross = null; // it was crossed with the breakdown before
    if (key !== "measure" && !(key === "by" && view.measure)) return changes;
    changes.ref = measure === "difference" || measure === "ratio" ? m.basics.references[by] || null : null;
    if (measure) changes[by] = null;
    return changes;
  };

  /* The breakdown shown, a second one where the data hold both crossed, and the form of the picture. */
  controls.by = function (by) {
    var option = function (o) { return { value: o[0], text: o[1] }; }, nodes = [];
    if (by.options.length && by.is_by_shown) nodes.push(labelled("by", choice("Breakdown", "by", by.value, by.options.map(option), by.default)));
    if (by.crosses.length) nodes.push(labelled("and", choice("Second breakdown", "cross", by.cross, [{ value: "", text: "none" }].concat(by.crosses.map(option)), "")));
    if (by.forms.length) {
      nodes.push(el("span", { class: "forms", role: "group", "aria-label": "Form of the picture" }, by.forms.map(function (form) {
        return el("button", { class: "form " + form[0], "data-chart": form[0], "aria-label": form[1], title: form[1], "aria-pressed": String(form[0] === by.form) });
      })));
    }
    m.words.fill("by", nodes);
  };

  controls.groups = function (view) {
    var groups = m.basics.groups.map(function (g) { return { value: g[0], text: g[1], group: g[2] }; });
    var scope = choice("Countries shown", "scope", view.scope || "world", [{ value: "world", text: "World" }].concat(groups), "world");
    m.words.fill("scope", [labelled("show", scope)]);
    var first = m.chosen()[0], whose = first ? m.name(first) + "’s " : "the countries’ ";
    var near = [{ value: "world", text: "the world" }, { value: "region", text: whose + "region" }, { value: "income", text: whose + "income group" }];
    var compare = choice("Compared with", "compare", view.compare || "world", near.concat(groups), "world");
    m.words.fill("compare", [labelled("with the median of", compare)]);
  };

  controls.window = function (head) {
    var steps = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30];
    if (steps.indexOf(head.window) < 0) steps.push(head.window);
    if (steps.indexOf(head.default_window) < 0) steps.push(head.default_window);
    steps.sort(function (a, b) { return a - b; });
    var options = steps.map(function (n) { return { value: String(n), text: n === 0 ? "this year only" : n === 1 ? "up to 1 year old" : "up to " + n + " years old" }; });
    m.words.fill("window", [labelled("values", choice("How old a value may be", "window", String(head.window), options, String(head.default_window)))]);
  };

  /* The views follow the slider. For readers who asked for less motion they change once, when it rests; the year follows it. */
  var rests = null, CALM = 250;
  function dragged(event) {
    var year = Number(event.target.value);
    if (!m.isCalm()) return m.toYear(year, false);
    window.clearTimeout(rests);
    rests = window.setTimeout(function () { m.toYear(year, false); }, CALM);
    m.words.fill("year-words", [document.createTextNode(String(year))]);
    track(event.target, year);
  }

  function track(slider, year) {
    slider.setAttribute("aria-valuetext", String(year));
    document.querySelector("#year .done rect").setAttribute("width", (100 * (year - slider.min) / (slider.max - slider.min || 1)) + "%");
  }

  var slider = null;
  controls.range = function (head) {
    if (!m.shows("year")) return;
    if (!slider) { // the first response has one that nobody listens to
      slider = el("input", { type: "range", step: "1", "aria-label": "Year" });
      slider.addEventListener("input", dragged);
      slider.addEventListener("change", function () { window.clearTimeout(rests); m.toYear(Number(slider.value), true); });
      m.words.fill("year", [el("span", { class: "first" }), el("svg", { class: "done", "aria-hidden": "true" }, [el("rect", { height: "100%" })]), slider, el("span", { class: "last" })]);
    }
    slider.min = head.years[0];
    slider.max = head.years[1];
    slider.value = m.year();
    slider.disabled = head.years[0] === head.years[1];
    document.getElementById("play").disabled = slider.disabled;
    document.querySelector("#year .first").textContent = head.years[0];
    document.querySelector("#year .last").textContent = head.years[1];
    controls.year();
  };

  controls.year = function () {
    var slider = document.querySelector("#year input"), year = m.year();
    if (!slider) return;
    if (Number(slider.value) !== year) slider.value = year;
    track(slider, year);
  };

  /* Chosen countries with their value and place; a click lets one go. */
  controls.chips = function () {
    if (!m.shows("chips")) return;
    var head = m.held.headline, held = m.held.map, chosen = m.chosen();
    var nodes = chosen.map(function (code) {
      var cell = head && held && m.slab.at(held, code, m.year(), head.window);
      var text = cell && cell.value !== null ? m.numbers.withUnit(cell.value, m.numbers.running(head), cell.flag) + (cell.year < m.year() ? " (" + cell.year + ")" : "") : m.numbers.nothing(cell);
      return el("button", { class: "chip", "data-area": code, "data-own": m.ink(code), title: "Let " + m.name(code) + " go" }, [
        el("i", {}), el("b", { text: m.name(code) }), el("span", { text: text }), el("span", { class: "cross", "aria-hidden": "true", text: "×" })
      ]);
    });
    if (!nodes.length) nodes = [el("span", { class: "invite", text: m.basics.invite })];
    else if (nodes.length > 1) nodes.push(el("button", { class: "quiet clear", "data-clear": "areas", text: "Clear" }));
    document.getElementById("chips").classList.toggle("many", chosen.length > 4);
    m.words.fill("chips", nodes);
  };

  /* Play: a year a step, as fast as the page draws but not faster than one can read. */
  var timer = null;
  controls.playing = function () { return timer !== null; };
  controls.stop = function () {
    if (timer === null) return;
    window.clearInterval(timer);
    timer = null;
    document.getElementById("play").classList.remove("on");
    document.getElementById("play").setAttribute("aria-label", "Play through the years");
    m.toYear(m.year(), true);
  };
  controls.play = function () {
    var head = m.held.headline;
    if (timer !== null || !head) return controls.stop();
    if (m.year() >= head.years[1]) m.toYear(head.years[0], false);
    document.getElementById("play").classList.add("on");
    document.getElementById("play").setAttribute("aria-label", "Stop");
    timer = window.setInterval(function () {
      if (m.year() >= m.held.headline.years[1]) return controls.stop();
      m.toYear(m.year() + 1, false);
    }, m.isCalm() ? 1500 : 450);
  };
})((window.monitor = window.monitor || {}));
