/* The flow: an event changes the address, the address asks those panels whose part of it changed, answers are drawn.
   The first answers stand in the document itself; Dash's own script, which the dialogs need, is loaded once they are drawn. */
(function (m) {
  "use strict";
  var PATIENCE = 20000;
  m.PANELS = ["map", "trend", "breakdown"];
  m.held = {}; // the last answer of each panel; `headline` are the words that came with the map
  m.asked = {}; // the part of the address that each panel was asked for
  m.pending = {}; // the question under way, by panel
  m.early = {}; // answers that wait for the map's, which says what year is shown
  m.view = {};

  /* Whether a part is on this page: an embed has some of them. */
  m.shows = function (id) { return !!document.getElementById(id); };
  m.later = function (promise, then) { if (promise && promise.then) promise.then(then); else then(); };
  m.chosen = function () { return m.address.areas(m.view); };
  m.ink = function (code) { var i = m.chosen().indexOf(code); return i < 0 ? null : i % m.basics.colours.length; }; // the place of its colour
  m.colour = function (code) { var ink = m.ink(code); return ink === null ? "" : m.basics.colours[ink]; };
  m.name = function (code) {
    if (m.basics.areas[code]) return m.basics.areas[code][0];
    var group = m.basics.groups.find(function (g) { return g[0] === code; });
    return group ? group[1] : code === "001" ? "World" : "";
  };
  m.year = function () { return Number(m.view.year) || (m.held.headline ? m.held.headline.default_year : 0); };

  /* Changes the address and shows what it then says. */
  m.go = function (changes) { m.show(m.address.changed(m.view, changes), true); };

  m.toggle = function (code) {
    if (m.chosen().indexOf(code) < 0 && m.chosen().length >= m.basics.most) {
      return m.words.notices(["At most " + m.basics.most + " countries are shown at once. Let one go first."]);
    }
    m.go({ areas: m.address.toggled(m.view, code) });
  };

  function url() {
    var query = m.address.write(m.view);
    return window.location.pathname + (query ? "?" + query : "");
  }

  /* In a frame a step would be one of the page around it, whose back button is not ours. */
  function step() { window.history[m.basics.is_embed ? "replaceState" : "pushState"](null, "", url()); }

  m.show = function (view, isStep) {
    m.view = view;
    if (isStep) step();
    m.questions.of(view).forEach(function (question) { m.ask(question[0], question[1]); });
    if (m.pending.map) return; // the year of the old indicator is not the year of the new one
    m.map.outline();
    m.drawYear();
  };

  m.ask = function (panel, part) {
    var question = (m.pending[panel] = {});
    delete m.early[panel];
    m.asked[panel] = part;
    m.waiting(panel, true);
    var late = window.setTimeout(function () {
      if (m.pending[panel] === question) m.words.notices(["The server has not answered yet. What is shown may be of another address; reload the page to try again."]);
    }, PATIENCE);
    // an answer to a question that is no longer the last is dropped; a fault of the drawing is none of the server's
    m.questions.ask(panel, part).then(function (text) { return m.questions.read(panel, text); }).then(function (data) {
      window.clearTimeout(late);
      if (m.pending[panel] === question) m.answer(panel, data);
    }, function (fault) {
      window.clearTimeout(late);
      if (m.pending[panel] === question) m.unanswered(panel, fault);
    });
  };

  m.waiting = function (panel, on) {
    var box = document.querySelector("." + panel + "-panel");
    if (box) box.classList.toggle("waiting", on); // an embed asks for the map's answer, which holds the words, even where it shows none
  };

  m.answer = function (panel, data) {
    delete m.pending[panel];
    if (panel !== "map" && m.pending.map) { m.early[panel] = data; return; }
    m.waiting(panel, false);
    if (data.release !== m.basics.version) {
      m.questions.forget();
      m.words.notices(["The data have been renewed since this page was opened. Reload it, so that all of it is of one release."]);
    }
    m.take(panel, data);
    if (panel !== "map") return;
    Object.keys(m.early).forEach(function (other) { var held = m.early[other]; delete m.early[other]; m.answer(other, held); });
    m.ahead.neighbours();
  };

  /* The old picture stays, and what was wanted can be asked for again by the same click. */
  m.unanswered = function (panel, fault) {
    delete m.pending[panel];
    m.asked[panel] = null;
    m.waiting(panel, false);
    if (panel === "map") m.early = {};
    m.words.notices(["The server could not answer (" + fault.message + "). What is shown is of the address before; choose again, or reload the page."]);
  };

  m.take = function (panel, data) {
    m.held[panel] = data;
    if (panel === "map") {
      m.slab.unpack(data);
      m.held.headline = data.head;
      settle(data.head);
      m.words.headline(data.head);
      m.controls.headline(data.head, m.view);
      if (m.shows("map")) m.map.answer();
      m.drawYear(true);
    } else m.charts.answer(panel);
    if (panel === "trend" && m.held.headline) { m.words.year(); m.controls.groups(m.view); }
    if (panel === "breakdown") { m.controls.by(data.by); m.names.note(); }
  };

  /* The canonical form of what the map was asked for in place of it, without a step in the history. */
  function settle(head) {
    var canonical = new URLSearchParams(head.search), next = Object.assign({}, m.view);
    m.address.keys(m.view, "map").forEach(function (key) { if (canonical.get(key)) next[key] = canonical.get(key); else delete next[key]; });
    if (next.year) next.year = String(Math.min(Math.max(Number(next.year), head.years[0]), head.years[1]));
    if (Number(next.year) === head.default_year) delete next.year;
    m.view = next;
    m.asked.map = m.address.write(next, m.address.keys(next, "map"));
    if (window.location.search.replace("?", "") !== m.address.write(next)) window.history.replaceState(null, "", url());
  }

  /* Whether the reader has asked for less motion. */
  m.isCalm = function () { return window.matchMedia("(prefers-reduced-motion: reduce)").matches; };

  /* A year step: no request, all views. `settled` writes the address; while dragging, or for keys
     pressed in a row, only the last is a step of the history. */
  var before = null, stepped = 0;
  m.toYear = function (year, settled) {
    var head = m.held.headline;
    if (!head || m.pending.map) return;
    year = Math.min(Math.max(year, head.years[0]), head.years[1]);
    if (before === null) before = m.address.write(m.view);
    var isNew = year !== m.year();
    m.view = m.address.changed(m.view, { year: year === head.default_year ? null : year });
    if (settled) {
      var soon = Date.now() - stepped < 1200;
      if (m.address.write(m.view) !== before) { if (soon) window.history.replaceState(null, "", url()); else step(); }
      stepped = Date.now();
      before = null;
    }
    if (isNew) m.drawYear(); // letting the slider go tells the same year once more
  };
  m.moving = function () { return before !== null; };

  /* All views in the year of the page. With a new map the charts are on their way as well: the old ones are left as they are. */
  m.drawYear = function (isNewMap) {
    if (!m.held.headline) return;
    m.words.year();
    m.controls.year();
    m.controls.chips();
    m.map.step();
    if (!isNewMap) m.charts.step();
    m.ranking.draw();
  };

  /* Dash is loaded when the first picture stands, in the order in which it lists its scripts. */
  var first = {};
  m.drawnFirst = function (panel) {
    first[panel] = true;
    if (m.sleeping && m.PANELS.every(function (p) { return first[p]; })) m.awaken();
  };
  m.awaken = function () {
    if (!m.sleeping) return;
    m.sleeping = false;
    m.adoptSheets();
    var list = document.querySelectorAll("script.later"), left = list.length;
    list.forEach(function (inert) {
      var script = document.createElement("script");
      script.src = inert.getAttribute("src");
      script.async = false;
      script.onload = function () { if (--left === 0) window.renderer = new window.DashRenderer(); };
      document.body.appendChild(script);
    });
  };
  /* For what only Dash can do: at once where it is there, else as soon as it is. */
  var awaited = [];
  m.withDash = function (act) {
    if (m.awake) return act();
    awaited.push(act);
    m.awaken();
  };
  m.woken = function () {
    m.awake = true;
    awaited.splice(0).forEach(function (act) { act(); });
  };

  m.start = function () {
    var given = JSON.parse(document.getElementById("first").textContent);
    m.basics = given.basics;
    m.base = given.basics.base;
    m.PANELS = Object.keys(given.answers);
    m.sleeping = !m.basics.is_embed; // nothing there needs Dash
    m.view = m.address.read(given.answers.map.head.search);
    m.PANELS.forEach(function (panel) { m.asked[panel] = m.address.write(m.view, m.address.keys(m.view, panel)); });
    m.events();
    if (m.search) m.search.start();
    m.ahead.start();
    m.ranking.start();
    if (m.away) m.away.start();
    m.PANELS.forEach(function (panel) { m.take(panel, given.answers[panel]); });
    window.setTimeout(m.awaken, 4000);
  };
})((window.monitor = window.monitor || {}));
