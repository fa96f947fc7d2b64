/* What the trend and the breakdown do by themselves when the year changes, and which country is pointed at. */
(function (m) {
  "use strict";
  var charts = (m.charts = {});

  charts.div = function (panel) { return m.draw.div(panel); };

  /* The server's answers, drawn once and at once in the year that the page shows by now. */
  charts.answer = function (panel) {
    var held = m.held[panel], figure = held.figure;
    if (panel === "breakdown") { m.names.legend(); m.groups.take(held, m.year()); } else charts.mark(figure, m.year());
    narrow(panel, figure);
    m.later(panel === "breakdown" ? m.groups.redraw() : m.draw.figure(panel, figure), function () { m.drawnFirst(panel); });
  };

  charts.step = function () { step("trend"); charts.breakdown(); };

  /* The mark of the year in a figure that has one. */
  charts.mark = function (figure, year) {
    var shapes = figure.layout.shapes;
    if (shapes && shapes.length) shapes[0].x0 = shapes[0].x1 = year;
  };

  /* The mark of the year is moved as drawn; the layout is told, so that every later drawing has it there. */
  function step(panel) {
    var gd = charts.div(panel), year = m.year();
    if (!gd || !gd.layout.shapes || !gd.layout.shapes.length || gd.layout.shapes[0].x0 === year) return;
    charts.mark(gd, year);
    var path = gd.querySelector(".shapelayer path"), axis = gd._fullLayout.xaxis;
    if (!path || !axis) return;
    var x = axis._offset + axis.l2p(year);
    path.setAttribute("d", path.getAttribute("d").replace(/([ML])[^,]+,/g, "$1" + x + ","));
  }

  charts.breakdown = function () {
    var held = m.held.breakdown, gd = charts.div("breakdown");
    if (!gd || !held || !held.figure.data.length) return;
    if (!held.table.x) return step("breakdown");
    m.groups.step(gd);
  };

  /* On a phone the labels at the line ends would take half the panel: there they say the name only. */
  function narrow(panel, figure) {
    var layout = figure.layout, labels = layout.annotations;
    if (!labels || !figure.data.length || m.draw.size(panel)[0] >= (panel === "trend" ? 520 : 400)) return;
    layout.margin.r = 126;
    Object.keys(layout).filter(function (key) { return key.indexOf("xaxis") === 0; }).forEach(function (key) {
      layout[key].nticks = panel === "trend" ? 4 : 3;
      layout[key].tickangle = 0;
    });
    labels.forEach(function (label) {
      label.text = label.text.replace(/ median .*$/, " median");
      if (label.font && label.font.weight === 700) label.text = label.text.replace(/^(.{12}).{2,}$/, "$1…");
      if (panel !== "trend" && label.xshift && label.text.length > 17) label.text = label.text.slice(0, 16) + "…";
    });
  }

  /* The place of a country in the drawn charts, marked while it is pointed at anywhere. */
  charts.point = function (code) {
    document.querySelectorAll("#ranking tr.pointed").forEach(function (row) { row.classList.remove("pointed"); });
    if (code) document.querySelectorAll('#ranking tr[data-area="' + code + '"]').forEach(function (row) { row.classList.add("pointed"); });
    m.map.point(code);
    trendLine(code);
  };

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
