/* The breakdown panel: every year of its rows of dots, from the table that came with the figure. Where rows, bars and dots stand
   is the rule of dashboard/figures/dot_rows.py; only dots that would cover each other are set apart here, in pixels.
   While the year moves the drawn shapes are moved directly; the library's own state is brought level when it rests. */
(function (m) {
  "use strict";
  var groups = (m.groups = {}), REST = 200, level = null; // milliseconds

  groups.held = function () { return m.held.breakdown; };

  /* Puts one year into the figure: what the library draws, and what stands beside it. */
  groups.take = function (held, year) {
    var figure = held.figure, table = held.table, i = year - table.first;
    if (!table.x) { m.charts.mark(figure, year); m.names.clear(); return; }
    var at = places(table, i), x = table.x.map(function (kind) { return kind.map(function (row) { return row[i]; }); });
    var rows = at.map(function (place, row) { return x.slice(0, table.groups).map(function (kind) { return kind[row]; }); });
    var scale = scaled(figure, held), shifts = rows.map(function (row) { return apart(row.map(scale.x), scale.row, table.dot); }), bars = { x: [], y: [] };
    rows.forEach(function (row, k) {
      var there = row.filter(isHeld), two = there.length > 1;
      bars.x.push(two ? Math.min.apply(null, there) : null, two ? Math.max.apply(null, there) : null, null);
      bars.y.push(at[k], at[k], null);
    });
    Object.assign(figure.data[0], bars);
    x.forEach(function (kind, k) {
      figure.data[k + 1].x = kind.map(function (v) { return isHeld(v) ? v : scale.out; });
      figure.data[k + 1].y = at.map(function (place, row) { return k < table.groups ? place + shifts[row][k] / scale.row : place; });
    });
    if (table.labels === "all" && table.x.length > table.groups) figure.data[table.groups + 1].marker.size = scale.row; // one line through all rows
    figure.layout.meta = { year: year };
    m.names.draw(table, rows, at, i, scale, shifts);
  };

  function isHeld(value) { return value !== null; }

  /* Where each row stands from the top: as it comes, the ranked by their gap, widest first, the unknown last. */
  function places(table, i) {
    var order = table.names.map(function (name, row) { return row; }), at = [];
    var ranked = order.splice(table.ranked).sort(function (a, b) {
      var one = table.gap[a][i], two = table.gap[b][i];
      return (one === null) - (two === null) || (two || 0) - (one || 0) || a - b;
    });
    order.concat(ranked).forEach(function (row, place) { at[row] = place; });
    return at;
  }

  /* Pixels: of a value from the left of the axes, of a row, of the axes' width, and of the margins. */
  function scaled(figure, held) {
    var size = room(), margin = figure.layout.margin, isNarrow = size[0] < 400, span = figure.layout.xaxis.range;
    margin.l = Math.min(held.table.left, m.names.room(held.table), isNarrow ? size[0] * 0.36 : Infinity);
    figure.layout.xaxis.nticks = isNarrow ? 3 : 5;
    var wide = size[0] - margin.l - margin.r;
    var tall = Math.max(size[1], held.height) - margin.t - margin.b;
    return {
      x: function (v) { return v === null ? null : (v - span[0]) / (span[1] - span[0]) * wide; },
      out: span[0] - 9 * (span[1] - span[0]), // a dot that is not there: the library hides what lies outside the axis, and keeps its shape for another year
      row: tall / held.table.names.length, wide: wide, left: margin.l, top: margin.t
    };
  }

  /* The place of the chart as it was last laid out: the whole width of the chart, the height of its box. */
  var size = null;
  function room() {
    var chart = document.getElementById("breakdown");
    return size || (size = [chart.clientWidth, chart.parentNode.clientHeight]);
  }
  groups.resized = function () {
    var was = size, held = groups.held();
    size = null;
    if (held && held.table.x && (!was || was.join() !== room().join())) { groups.take(held, m.year()); return groups.redraw(); }
  };
  groups.forget = function () { size = null; };

  /* Pixels up or down for the dots of a row that would cover each other: in their groups' order, more the nearer they are. */
  function apart(places, row, dot) {
    var shifts = places.map(function () { return 0; }), near = [];
    var order = places.map(function (x, k) { return k; }).filter(function (k) { return isHeld(places[k]); }).sort(function (a, b) { return places[a] - places[b] || a - b; });
    order.forEach(function (k, n) {
      near.push(k);
      if (n + 1 < order.length && places[order[n + 1]] - places[k] < dot) return;
      if (near.length > 1) {
        var least = Math.min.apply(null, near.slice(1).map(function (other, j) { return places[other] - places[near[j]]; }));
        var step = Math.min(Math.sqrt(dot * dot - least * least), Math.max(row - dot - 1, 4) / (near.length - 1));
        near.sort(function (a, b) { return a - b; }).forEach(function (other, j) { shifts[other] = (j - (near.length - 1) / 2) * step; });
      }
      near = [];
    });
    return shifts;
  }

  /* Another year: shapes that are there already are moved; where there are none the library draws anew. */
  groups.step = function (gd) {
    var held = groups.held();
    if (gd.layout.meta && gd.layout.meta.year === m.year()) return;
    groups.take(held, m.year());
    if (!moved(gd, held.figure.data)) return groups.redraw();
    gd.layout.meta = { year: null }; // the library's own state is of no year until it is level
    window.clearTimeout(level);
    level = window.setTimeout(rest, REST);
  };

  groups.redraw = function () {
    window.clearTimeout(level);
    level = null;
    return m.draw.figure("breakdown", Object.assign({}, groups.held().figure, { layout: Object.assign({}, groups.held().figure.layout) }));
  };

  function rest() {
    if (m.controls.playing() || m.moving()) { level = window.setTimeout(rest, REST); return; }
    groups.redraw();
  }

  function moved(gd, data) {
    var x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis, drawn = gd.querySelectorAll(".scatterlayer .trace"), isWhole = drawn.length === data.length;
    drawn.forEach(function (group) {
      var trace = data[group.__data__[0].trace.index];
      if (!trace) { isWhole = false; return; }
      if (trace.mode === "lines") {
        var starts = trace.x.map(function (v, k) { return k % 3 === 0 && isHeld(v) ? k : -1; }).filter(function (k) { return k >= 0; }), paths = group.querySelectorAll("path.js-line");
        if (!paths.length && starts.length) { isWhole = false; return; }
        for (var more = paths.length; more < starts.length; more++) paths[0].parentNode.appendChild(paths[0].cloneNode());
        group.querySelectorAll("path.js-line").forEach(function (path, k) {
          path.setAttribute("d", k >= starts.length ? "M0,0" : "M" + x.l2p(trace.x[starts[k]]) + "," + y.l2p(trace.y[starts[k]]) + "L" + x.l2p(trace.x[starts[k] + 1]) + "," + y.l2p(trace.y[starts[k] + 1]));
        });
      } else {
        var points = group.querySelectorAll("path.point");
        if (points.length !== trace.x.length) isWhole = false;
        points.forEach(function (path) {
          var k = path.__data__.i, isOut = trace.x[k] < gd._fullLayout.xaxis.range[0] - 1e-9;
          if (isOut) path.setAttribute("display", "none"); else path.removeAttribute("display"); // as the library hides it
          path.setAttribute("transform", "translate(" + x.l2p(trace.x[k]) + "," + y.l2p(trace.y[k]) + ")");
        });
      }
    });
    return isWhole;
  }

  /* What a dot says: its row, its group, whether its value is only a bound, the year used, the number of countries. */
  groups.dot = function (kind, row) {
    var table = groups.held().table, i = m.year() - table.first, bound = table.bound[kind + "," + row], own = table.of_kinds;
    var n = own ? own.n[kind] : table.n[row], sizes = table.sizes && table.sizes[row], used = own ? own.used[kind][i] : table.used[row][i];
    return {
      size: sizes && kind < table.groups && used ? sizes[kind][used - table.first] : null,
      row: table.names[row][0], group: m.names.of(table, kind, row), bound: bound ? bound[i].trim() : "",
      used: used, n: n ? n[i] : 0
    };
  };

  /* The country whose row is at a place of the window, null where rows are no countries. */
  groups.areaAt = function (gd, event) {
    var held = groups.held(), axis = gd._fullLayout && gd._fullLayout.yaxis;
    if (!held || !held.table.x || !axis) return null;
    var y = event.clientY - gd.getBoundingClientRect().top - axis._offset;
    if (y < 0 || y > axis._length) return null;
    return held.table.areas[places(held.table, m.year() - held.table.first).indexOf(Math.round(axis.p2l(y)))] || null;
  };

  /* The whole row of a country is its link: its bar and its dots as well as its name. */
  groups.listen = function (gd) {
    var now = null;
    gd.addEventListener("mousemove", function (event) {
      var code = groups.areaAt(gd, event);
      if (code === now) return;
      now = code;
      gd.classList.toggle("on-row", !!code);
      m.charts.point(code);
      if (code) m.ahead.area(code); else m.ahead.leave();
    });
    gd.addEventListener("mouseleave", function () { now = null; });
    gd.parentNode.addEventListener("mouseover", function (event) {
      var name = event.target.closest("button.name");
      if (name) { m.charts.point(name.dataset.area); m.card.show(m.card.area(name.dataset.area), event); }
    });
    gd.parentNode.addEventListener("mouseout", function (event) { if (event.target.closest("button.name")) { m.charts.point(null); m.card.hide(); } });
    gd.addEventListener("click", function (event) {
      var code = groups.areaAt(gd, event);
      if (code) { m.card.hide(); m.toggle(code); }
    });
  };
})((window.monitor = window.monitor || {}));
