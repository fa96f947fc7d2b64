/* What the trend and the breakdown do by themselves when the year changes, and which country is pointed at. */
(function (m) {
  "use strict";
  var charts = (m.charts = {});

  charts.div = function (panel) { return document.querySelector("#" + panel + " .js-plotly-plot"); };

  charts.step = function () { charts.trend(); charts.breakdown(); };

  charts.trend = function () {
    var gd = charts.div("trend");
    if (!gd || !gd.layout || !gd.layout.shapes || !gd.layout.shapes.length) return;
    var year = m.year();
    if (gd.layout.shapes[0].x0 === year) return;
    Plotly.relayout(gd, { "shapes[0].x0": year, "shapes[0].x1": year });
  };

  charts.breakdown = function () {
    var gd = charts.div("breakdown"), held = m.held.breakdown;
    if (!gd || !gd.data || !held || !held.frames) return;
    var frame = held.frames[m.year()];
    if (!frame || gd.data.length !== frame.x.length + 1) return;
    if (gd.dataset.year === String(m.year()) && gd.dataset.search === held.search) return;
    gd.dataset.year = m.year();
    gd.dataset.search = held.search;
    var places = frame.x.map(function (_, i) { return i; });
    Plotly.restyle(gd, { x: frame.x.concat([gd.data[frame.x.length].x]), text: frame.x.map(function () { return undefined; }).concat([frame.gap.map(function (words) { return words || "\u00a0"; })]) }, places.concat([frame.x.length]));
  };

  /* A fresh figure of the server's stands at the year that was asked for; the page may be at another by now. */
  charts.drawn = function (panel) {
    if (panel === "trend") { narrow(); charts.trend(); }
    else charts.breakdown();
  };

  /* On a phone the labels at the line ends would take half the panel: there they say the name only. */
  function narrow() {
    var gd = charts.div("trend"), labels = gd && gd.layout && gd.layout.annotations;
    if (!labels || gd.clientWidth >= 520 || gd.layout.margin.r <= 110 || !gd.data.length) return;
    var update = { "margin.r": 110, "xaxis.nticks": 4, "xaxis.tickangle": 0 };
    labels.forEach(function (label, i) { update["annotations[" + i + "].text"] = label.text.replace(/<\/b>.*$/, "</b>").replace(/ median .*$/, " median"); });
    Plotly.relayout(gd, update);
  }

  var SHAPES = {
    circle: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", diamond: "M6 0L12 6L6 12L0 6z", square: "M1 1H11V11H1z", "triangle-up": "M6 0L12 11H0z",
    cross: "M4 0H8V4H12V8H8V12H4V8H0V4H4z", x: "M0 3L3 0L6 3L9 0L12 3L9 6L12 9L9 12L6 9L3 12L0 9L3 6z", pentagon: "M6 0L12 4.6L9.7 12H2.3L0 4.6z",
    star: "M6 0L7.5 4.2H12L8.4 7L9.7 11.5L6 8.8L2.3 11.5L3.6 7L0 4.2H4.5z", "line-ns-open": "M5 0H7V12H5z"
  };

  /* The legend outside the chart, and a height that gives each row room; a long list scrolls. */
  charts.legend = function () {
    var held = m.held.breakdown;
    m.words.fill("groups", held.legend.map(function (item) {
      var key = m.words.el("span", { class: "key" });
      key.innerHTML = '<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="' + (SHAPES[item.shape] || SHAPES.circle) + '" fill="' + item.colour + '"/></svg>';
      key.appendChild(m.words.el("span", { text: item.words }));
      return key;
    }));
    var box = document.getElementById("breakdown"), need = held.rows * 22 + 40;
    box.style.height = need > box.parentNode.clientHeight ? need + "px" : "100%";
  };

  charts.note = function () {
    var head = m.held.headline, held = m.held.breakdown, el = m.words.el, nodes = [];
    if (!head || !held) return;
    if (!head.by.options.length) {
      nodes.push(document.createTextNode("The source gives this indicator only as a total. Near it, with groups: "));
      head.by.near.forEach(function (near, i) {
        if (i) nodes.push(document.createTextNode(" · "));
        nodes.push(el("a", { href: "?indicator=" + near[0], "data-indicator": near[0], text: near[1] }));
      });
    } else {
      var text = held.are_medians ? "Medians of countries that have all groups." : "";
      if (held.are_people === false) text += (text ? " " : "") + "Each row is a question of its own: compare within rows, not between them.";
      if (head.by.group_scale) text += (text ? " " : "") + "Groups are on another scale than the total: " + head.by.group_scale + ".";
      nodes.push(document.createTextNode(text));
    }
    m.words.fill("breakdown-note", nodes);
  };

  /* The place of a country in the drawn charts, marked while it is pointed at anywhere. */
  charts.point = function (code) {
    document.querySelectorAll("#ranking tr.pointed").forEach(function (row) { row.classList.remove("pointed"); });
    if (code) document.querySelectorAll('#ranking tr[data-area="' + code + '"]').forEach(function (row) { row.classList.add("pointed"); });
    mapOutline(code);
    trendLine(code);
  };

  function mapOutline(code) {
    var gd = m.map.div(), over = gd && m.map.overlay(gd);
    if (!over) return;
    var old = over.querySelector("path.pointed");
    if (old) old.remove();
    document.querySelectorAll("#map .scatterlayer path.pointed").forEach(function (p) { p.classList.remove("pointed"); });
    if (!code) return;
    m.map.shapes(gd).forEach(function (path) {
      if (path.__data__.loc !== code) return;
      var copy = document.createElementNS("http://www.w3.org/2000/svg", "path");
      copy.setAttribute("d", path.getAttribute("d"));
      copy.setAttribute("data-area", code);
      copy.setAttribute("class", "pointed");
      over.appendChild(copy);
    });
    document.querySelectorAll("#map .scatterlayer path.point").forEach(function (p) {
      var i = p.__data__ && p.__data__.i;
      if (gd.data[2] && gd.data[2].customdata[i === undefined ? -1 : i] === code) p.classList.add("pointed");
    });
  }

  /* The pointed country's own line in the trend, thin and dark, drawn from the slab without asking the server. */
  function trendLine(code) {
    var gd = charts.div("trend"), held = m.held.map;
    if (!gd || !gd._fullLayout || !gd._fullLayout.xaxis) return;
    var box = gd.querySelector(".cartesianlayer .overplot g.xy");  // moved to the axes' corner and cut at them
    if (!box) return;
    var old = gd.querySelector("path.pointed");
    if (old) old.remove();
    if (!code || !held || m.chosen().indexOf(code) >= 0 || !held.areas[code]) return;
    var line = held.areas[code], x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis, d = "", gap = true;
    line.v.forEach(function (value, i) {
      if (value === null) { gap = true; return; }
      var at = x.l2p(line.s + i) + "," + y.l2p(value);
      d += (gap || line.f[i] === "b" ? "M" + at + "l0.01,0" : "L" + at);
      gap = false;
    });
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", "pointed");
    path.setAttribute("d", d);
    box.appendChild(path);
  }
})((window.monitor = window.monitor || {}));
