/* What the trend and the breakdown do by themselves when the year changes, and which country is pointed at. */
(function (m) {
  "use strict";
  var charts = (m.charts = {});

  charts.div = function (panel) { return m.draw.div(panel); };

  /* The server's answers, drawn once and at once in the year that the page shows by now. */
  charts.answer = function (panel) {
    var held = m.held[panel], figure = held.figure;
    if (panel === "trend") { mark(figure); narrow(figure); } else { take(figure, held.frames[m.year()]); charts.legend(); }
    m.later(m.draw.figure(panel, figure), function () { m.drawnFirst(panel); });
  };

  charts.step = function () { charts.trend(); charts.breakdown(); };

  function mark(figure) {
    var year = m.year(), shapes = figure.layout.shapes;
    if (shapes && shapes.length) shapes[0].x0 = shapes[0].x1 = year;
  }

  /* The mark of the year is moved as drawn; the layout is told, so that every later drawing has it there. */
  charts.trend = function () {
    var gd = charts.div("trend"), year = m.year();
    if (!gd || !gd.layout.shapes || !gd.layout.shapes.length || gd.layout.shapes[0].x0 === year) return;
    mark(gd);
    var path = gd.querySelector(".shapelayer path"), axis = gd._fullLayout.xaxis;
    if (!path || !axis) return;
    var x = axis._offset + axis.l2p(year);
    path.setAttribute("d", path.getAttribute("d").replace(/([ML])[^,]+,/g, "$1" + x + ","));
  };

  /* Puts one year's values into the traces of the breakdown. */
  function take(figure, frame) {
    if (!frame || figure.data.length !== frame.x.length + 1) return false;
    frame.x.forEach(function (x, i) { figure.data[i].x = x; });
    figure.data[frame.x.length].text = frame.gap.map(function (words) { return words || "\u00a0"; }); // an empty text is never drawn again
    return true;
  }

  charts.breakdown = function () {
    var gd = charts.div("breakdown"), held = m.held.breakdown, frame = held && held.frames[m.year()];
    if (!gd || !frame || !gd.data.length || gd.data[0].x === frame.x[0]) return;
    if (take(held.figure, frame)) m.draw.figure("breakdown", held.figure);
  };

  /* On a phone the labels at the line ends would take half the panel: there they say the name only. */
  function narrow(figure) {
    var labels = figure.layout.annotations, layout = figure.layout;
    if (!labels || m.draw.size("trend")[0] >= 520 || !figure.data.length) return;
    layout.margin.r = 126;
    layout.xaxis.nticks = 4;
    layout.xaxis.tickangle = 0;
    labels.forEach(function (label) { label.text = label.text.replace(/<\/b>.*$/, "</b>").replace(/ median .*$/, " median"); });
  }

  var SHAPES = {
    circle: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", diamond: "M6 0L12 6L6 12L0 6z", square: "M1 1H11V11H1z", "triangle-up": "M6 0L12 11H0z",
    cross: "M4 0H8V4H12V8H8V12H4V8H0V4H4z", x: "M0 3L3 0L6 3L9 0L12 3L9 6L12 9L9 12L6 9L3 12L0 9L3 6z", pentagon: "M6 0L12 4.6L9.7 12H2.3L0 4.6z",
    star: "M6 0L7.5 4.2H12L8.4 7L9.7 11.5L6 8.8L2.3 11.5L3.6 7L0 4.2H4.5z", "line-ns-open": "M5 0H7V12H5z"
  };

  /* The legend outside the chart, and a height that gives each row room; a long list scrolls. */
  var keys = "";
  charts.legend = function () {
    var held = m.held.breakdown, now = JSON.stringify(held.legend);
    document.getElementById("breakdown").style.height = "max(100%, " + (held.rows * 22 + 40) + "px)";
    if (now === keys) return;
    keys = now;
    m.words.fill("groups", held.legend.map(function (item) {
      var key = m.words.el("span", { class: "key" });
      key.innerHTML = '<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="' + (SHAPES[item.shape] || SHAPES.circle) + '" fill="' + item.colour + '"/></svg>';
      key.appendChild(m.words.el("span", { text: item.words }));
      return key;
    }));
  };

  charts.note = function () {
    var held = m.held.breakdown, el = m.words.el, nodes = [], by = held.by;
    if (!by.options.length) {
      nodes.push(document.createTextNode("The source gives this indicator only as a total. Near it, with groups: "));
      by.near.forEach(function (near, i) {
        if (i) nodes.push(document.createTextNode(" · "));
        nodes.push(el("a", { href: "?indicator=" + near[0], "data-indicator": near[0], text: near[1] }));
      });
    } else {
      var text = held.are_medians ? "Medians of countries that have all groups." : "";
      if (held.freed && held.freed.length) text += (text ? " " : "") + "Shown for: " + held.freed.join(", ").toLowerCase() + ".";
      if (held.are_people === false) text += (text ? " " : "") + "Each row is a question of its own: compare within rows, not between them.";
      if (by.group_scale) text += (text ? " " : "") + "Groups are on another scale than the total: " + by.group_scale + ".";
      nodes.push(document.createTextNode(text));
    }
    m.words.fill("breakdown-note", nodes);
  };

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
