/* The wiring: an event changes the address, the address asks those panels whose part of it changed. */
(function (m) {
  "use strict";
  var PANELS = ["headline", "map", "trend", "breakdown"];
  m.held = {};
  m.asked = {};
  m.sent = {};
  m.view = {};

  m.later = function (promise, then) { if (promise && promise.then) promise.then(then); else then(); };
  m.chosen = function () { return m.address.areas(m.view); };
  m.colour = function (code) { var i = m.chosen().indexOf(code); return i < 0 ? "" : m.basics.colours[i % m.basics.colours.length]; };
  m.name = function (code) {
    if (m.basics.areas[code]) return m.basics.areas[code][0];
    var group = m.basics.groups.find(function (g) { return g[0] === code; });
    return group ? group[1] : code === "001" ? "World" : "";
  };
  m.year = function () {
    if (m.view.year) return Number(m.view.year);
    return m.held.headline ? m.held.headline.default_year : 0;
  };

  /* Changes the address and shows what it then says. */
  m.go = function (changes, replace) { m.show(m.address.changed(m.view, changes), replace ? "replace" : "push"); };

  m.toggle = function (code) {
    var areas = m.address.toggled(m.view, code), full = m.address.areas(m.view).length >= m.basics.most && m.chosen().indexOf(code) < 0;
    if (full) return m.notice("At most " + m.basics.most + " countries are shown at once. Let one go first.");
    m.go({ areas: areas });
  };

  m.notice = function (text) { m.words.notices([text]); };

  /* `raw` is an address that somebody typed or was sent: the server reads all of it and says what it had to change. */
  m.show = function (view, history, raw) {
    m.view = view;
    if (raw) m.raw = raw;
    var query = m.address.write(view), url = window.location.pathname + (query ? "?" + query : "");
    if (history === "push") window.history.pushState(null, "", url);
    else if (history === "replace") window.history.replaceState(null, "", url);
    PANELS.forEach(function (panel) {
      var part = m.address.write(view, m.basics.panels[panel]);
      if (m.asked[panel] === part) return;
      m.asked[panel] = part;
      var search = m.address.write(view, m.basics.panels[panel].concat(["year", "areas"]));
      m.sent[panel] = (panel === "headline" && raw) || search || "?";
      dash_clientside.set_props("ask-" + panel, { data: m.sent[panel] });
      m.waiting(panel, true);
    });
    m.map.outline();
    m.drawYear();
  };

  m.waiting = function (panel, on) {
    var box = document.querySelector({ headline: ".headline", map: ".map-panel", trend: ".trend-panel", breakdown: ".breakdown-panel" }[panel]);
    if (box) box.classList.toggle("waiting", on);
  };

  /* A year step: no request, all views. `settled` writes the address; while dragging, or for keys
     pressed in a row, only the last is a step of the history. */
  var before = null, stepped = 0;
  m.toYear = function (year, settled) {
    var head = m.held.headline;
    if (!head) return;
    year = Math.min(Math.max(year, head.years[0]), head.years[1]);
    if (before === null) before = m.address.write(m.view);
    m.view = m.address.changed(m.view, { year: year === head.default_year ? null : year });
    if (settled) {
      var query = m.address.write(m.view);
      var url = window.location.pathname + (query ? "?" + query : ""), soon = Date.now() - stepped < 1200;
      if (query !== before) window.history[soon ? "replaceState" : "pushState"](null, "", url);
      stepped = Date.now();
      before = null;
    }
    m.drawYear();
  };

  m.drawYear = function () {
    if (!m.held.headline) return;
    m.words.year();
    m.controls.year();
    m.controls.chips();
    m.map.step();
    m.charts.step();
    m.ranking.draw();
  };

  /* The server's answers. */
  m.answered = {
    headline: function (head) {
      m.held.headline = head;
      var canonical = new URLSearchParams(head.search), typed = m.raw ? new URLSearchParams(m.raw) : null, next = {};
      m.basics.keys.forEach(function (key) {
        if (m.basics.panels.headline.indexOf(key) >= 0) { if (canonical.get(key)) next[key] = canonical.get(key); }
        else if (m.view[key]) next[key] = m.view[key];
      });
      if (typed && typed.get("year") === (m.view.year || null)) next.year = canonical.get("year");
      if (!next.year) delete next.year;
      else next.year = String(Math.min(Math.max(Number(next.year) || head.default_year, head.years[0]), head.years[1]));
      if (Number(next.year) === head.default_year) delete next.year;
      if (typed && next.areas) next.areas = head.areas;
      m.raw = null;
      m.settle(next, typed);
      m.words.headline(head);
      m.controls.headline(head, m.view);
    },
    map: function (held) {
      m.held.map = held;
      held.largest = 0;
      Object.keys(held.areas).forEach(function (code) { held.areas[code].v.forEach(function (v) { if (v > held.largest) held.largest = v; }); });
    },
    trend: function (held) { m.held.trend = held; },
    breakdown: function (held) { m.held.breakdown = held; m.charts.legend(); m.charts.note(); }
  };

  /* The canonical address in place of what was asked, without a step in the history. */
  m.settle = function (next, typed) {
    if (!typed && m.address.write(next) === m.address.write(m.view)) { m.view = next; return; }
    m.view = next;
    PANELS.forEach(function (panel) { m.asked[panel] = m.address.write(next, m.basics.panels[panel]); });
    var query = m.address.write(next);
    window.history.replaceState(null, "", window.location.pathname + (query ? "?" + query : ""));
  };

  m.answer = function (panel, data) {
    if (!data) return;
    m.answered[panel](data);
    if (panel === "headline") { m.charts.note(); }
    m.waiting(panel, panel !== "headline" && data.search !== m.sent[panel]);  // an answer to the question before last ends no waiting
    m.drawYear();
  };

  m.start = function (basics) {
    m.basics = basics;
    m.base = window.location.pathname;
    m.search.start();
    m.events();
    m.show(m.address.read(), null, window.location.search);
  };
})((window.monitor = window.monitor || {}));
