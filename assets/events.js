/* What the reader does. Clicks are heard once at the top; charts tell by the library's own events. */
(function (m) {
  "use strict";

  m.events = function () {
    document.addEventListener("click", clicked);
    document.addEventListener("change", function (event) {
      var select = event.target.closest("select[data-key]");
      if (!select) return;
      if (select.dataset.key === "working") return m.working.ask(select.value);
      m.go(m.controls.changes(select.dataset.key, select.value === select.dataset.default ? null : select.value));
    });
    window.addEventListener("popstate", function () { m.controls.stop(); m.show(m.address.read(), false); });
    if (!m.shows("ranking")) return;
    document.getElementById("ranking").addEventListener("mouseover", function (event) {
      var row = event.target.closest("tr[data-area]");
      if (row) { m.charts.point(row.dataset.area); m.card.show(m.card.area(row.dataset.area), event); }
    });
    document.getElementById("ranking").addEventListener("mouseleave", let_go);
  };

  function let_go() { m.charts.point(null); m.card.hide(); }

  function clicked(event) {
    var target = event.target, link = target.closest("a[data-indicator]"), sort = target.closest("[data-sort]"), area = target.closest("[data-area]");
    var form = target.closest("[data-chart]");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      document.body.classList.remove("menu-open");
      document.getElementById("menu").setAttribute("aria-expanded", "false");
      m.go({ indicator: link.dataset.indicator });
    } else if (sort) m.ranking.sort(sort.dataset.sort);
    else if (form) m.go({ chart: form.dataset.chart });
    else if (area) { m.card.hide(); m.toggle(area.dataset.area); }
    else if (target.closest("[data-close]")) m.words.notices([]);
    else if (target.closest("[data-clear]")) m.go({ areas: null });
    else if (target.closest("[data-take]")) m.away.open(target.closest("[data-take]"));
    else if (target.closest("[data-open=working]")) m.working.open();
    else if (target.closest("[data-shut=working]")) document.getElementById("working").close();
    else if (target.closest("[data-copy]")) m.working.copy(target.closest("[data-copy]"));
    else if (target.closest("#play")) m.controls.play();
    else if (target.closest("#share")) share(target.closest("#share"));
    else if (target.closest("#help")) m.withDash(function () { dash_clientside.set_props("help-dialog", { is_open: true }); });
    else if (target.closest("#menu")) {
      var open = document.body.classList.toggle("menu-open");
      document.getElementById("menu").setAttribute("aria-expanded", String(open));
    }
  }

  function share(button) {
    var said = function (words) { button.textContent = words; window.setTimeout(function () { button.textContent = "Share"; }, 2000); };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(window.location.href).then(function () { said("Link copied"); }, ask);
    else ask();
    function ask() { window.prompt("Copy this link:", window.location.href); }
  }

  /* What the reader does on a chart: on the map by our own hit test, else told by the library's events. */
  m.listen = function (panel, gd) {
    if (panel === "map") {
      m.reach.listen(gd, function (code, event, isNew) {
        if (isNew) { m.charts.point(code); m.ahead.area(code); }
        m.card.show(m.card.area(code), event);
      }, m.toggle, function () { m.ahead.leave(); let_go(); });
      gd.on("plotly_relayouting", m.map.moved);
      gd.on("plotly_relayout", m.map.drawn);
    } else {
      gd.on("plotly_click", function (event) {
        var code = codeOf(event.points[0]);
        if (m.basics.areas[code] && !(panel === "breakdown" && m.groups.areaAt(gd, event.event))) m.toggle(code); // a whole row hears by itself
      });
      gd.on("plotly_hover", function (event) {
        var point = event.points[0], code = codeOf(point);
        if (m.basics.areas[code]) m.charts.point(code);
        m.card.show(panel === "trend" ? m.card.point(point) : m.card.group(point), event.event);
      });
      gd.on("plotly_unhover", let_go);
    }
    gd.addEventListener("mouseleave", let_go);
    if (panel === "breakdown") m.groups.listen(gd);
    m.draw.watch(panel, function () {
      if (panel === "breakdown") m.groups.resized();
      m.later(m.draw.fit(gd), function () { if (panel === "map") m.map.drawn(); });
    });
  };

  function codeOf(point) { return point.customdata; }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    monitor: {
      woken: function () { m.woken(); return window.dash_clientside.no_update; }
    }
  });
})((window.monitor = window.monitor || {}));
