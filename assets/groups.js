/* The breakdown panel: every year of its rows of dots, from the table that came with the figure. Where the rows, bars and
   numbers stand is the rule of dashboard/figures/dot_rows.py; what only the browser knows is added here: dots that would cover
   each other are set apart, and groups are named beside their dots where there is room. */
(function (m) {
  "use strict";
  var groups = (m.groups = {}), BLANK = "\u00a0"; // an empty text is never drawn again by the library
  var DOT = 12, REACH = 9, FONT = 13; // pixels: a dot, from its middle to its name, a name's type

  groups.held = function () { return m.held.breakdown; };

  /* Puts one year into the figure. */
  groups.take = function (held, year) {
    var figure = held.figure, table = held.table, i = year - table.first;
    if (!table.x) { m.charts.mark(figure, year); return; }
    var at = places(table, i), x = table.x.map(function (kind) { return kind.map(function (row) { return row[i]; }); });
    var rows = at.map(function (place, row) { return x.slice(0, table.groups).map(function (kind) { return kind[row]; }); });
    var there = rows.map(function (row) { return row.filter(function (v) { return v !== null; }); }), bars = { x: [], y: [] };
    there.forEach(function (row, k) {
      var two = row.length > 1;
      bars.x.push(two ? Math.min.apply(null, row) : null, two ? Math.max.apply(null, row) : null, null);
      bars.y.push(at[k], at[k], null);
    });
    Object.assign(figure.data[0], bars);
    var scale = scaled(figure, held), shifts = rows.map(function (row) { return apart(row.map(scale.x), scale.row); });
    x.forEach(function (kind, k) {
      figure.data[k + 1].x = kind;
      figure.data[k + 1].y = at.map(function (place, row) { return k < table.groups ? place + shifts[row][k] / scale.row : place; });
    });
    if (table.labels) labels(figure, table, rows, scale, held);
    var last = figure.data[figure.data.length - 1];
    last.y = at;
    last.text = there.map(function (row, k) { return said(table, row, k, i) || BLANK; });
    var ticks = [];
    at.forEach(function (place, row) { ticks[place] = table.ticks[row]; });
    figure.layout.yaxis.ticktext = ticks;
  };

  /* Where each row stands from the top: as it comes, the ranked by their gap, widest first, the unknown last. */
  function places(table, i) {
    var order = table.ticks.map(function (words, row) { return row; }), at = [];
    var ranked = order.splice(table.ranked).sort(function (a, b) {
      var one = table.gap[a][i], two = table.gap[b][i];
      return (one === null) - (two === null) || (two || 0) - (one || 0) || a - b;
    });
    order.concat(ranked).forEach(function (row, place) { at[row] = place; });
    return at;
  }

  function said(table, there, row, i) {
    if (!table.said[row]) return "";
    if (!there.length) return "no data";
    return table.gap[row][i] === null ? "" : m.numbers.say(table.gap[row][i], m.held.headline.decimals);
  }

  /* Pixels of a value from the left of the axes, of a row, and of the axes' width. */
  function scaled(figure, held) {
    var size = room(), margin = figure.layout.margin, span = figure.layout.xaxis.range, wide = size[0] - margin.l - margin.r;
    var tall = Math.max(size[1], held.height) - margin.t - margin.b;
    return { x: function (v) { return v === null ? null : (v - span[0]) / (span[1] - span[0]) * wide; }, row: tall / held.table.ticks.length, wide: wide };
  }

  /* The box of the chart as it was last laid out. */
  var size = null;
  function room() {
    var box = document.getElementById("breakdown").parentNode;
    return size || (size = [box.clientWidth, box.clientHeight]);
  }
  groups.resized = function () {
    var was = size, held = groups.held();
    size = null;
    if (held && held.table.x && (!was || was.join() !== room().join())) { groups.take(held, m.year()); return m.draw.figure("breakdown", held.figure); }
  };

  /* Pixels up or down for the dots of a row that would cover each other: in their groups' order, more the nearer they are. */
  function apart(places, row) {
    var shifts = places.map(function () { return 0; });
    var order = places.map(function (x, k) { return k; }).filter(function (k) { return places[k] !== null; }).sort(function (a, b) { return places[a] - places[b] || a - b; });
    var near = [];
    order.forEach(function (k, n) {
      near.push(k);
      if (n + 1 < order.length && places[order[n + 1]] - places[k] < DOT) return;
      if (near.length > 1) {
        var least = Math.min.apply(null, near.slice(1).map(function (other, j) { return places[other] - places[near[j]]; }));
        var step = Math.min(Math.sqrt(DOT * DOT - least * least), Math.max(row - DOT - 1, 4) / (near.length - 1));
        near.sort(function (a, b) { return a - b; }).forEach(function (other, j) { shifts[other] = (j - (near.length - 1) / 2) * step; });
      }
      near = [];
    });
    return shifts;
  }

  var pen = null;
  function widthOf(words) {
    if (!pen) {
      pen = document.createElement("canvas").getContext("2d");
      pen.font = FONT + "px " + getComputedStyle(document.body).fontFamily;
    }
    return pen.measureText(words).width;
  }

  /* The names of groups beside their dots: of the first row its two ends, or of every row all that have room above or below. */
  function labels(figure, table, rows, scale) {
    var text = table.x.slice(0, table.groups).map(function () { return rows.map(function (v, row) { return table.labels === "all" || row === 0 ? BLANK : ""; }); });
    var where = text.map(function (kind) { return kind.map(function () { return "middle right"; }); });
    rows.forEach(function (row, r) {
      if (table.labels !== "all" && r > 0) return;
      var order = row.map(function (v, k) { return k; }).filter(function (k) { return row[k] !== null; }).sort(function (a, b) { return row[a] - row[b] || a - b; });
      if (!order.length) return;
      var chosen = table.labels === "all" ? around(order, row, r) : beside(order, row, r);
      chosen.forEach(function (label) { text[label[0]][r] = wordsOf(table, label[0], r); where[label[0]][r] = label[1]; });
    });
    text.forEach(function (kind, k) { figure.data[k + 1].text = kind; figure.data[k + 1].textposition = where[k]; });

    function beside(order, row, r) {
      var low = order[0], high = order[order.length - 1], found = [];
      if (scale.x(row[high]) + REACH + widthOf(wordsOf(table, high, r)) <= scale.wide) found.push([high, "middle right"]);
      if (scale.x(row[low]) - REACH - widthOf(wordsOf(table, low, r)) >= 0 && (low !== high || !found.length)) found.push([low, "middle left"]);
      return found;
    }

    /* An end stands outside the bar where there is room; every other name above or below its dot. */
    function around(order, row, r) {
      var taken = { top: [], bottom: [], middle: [] }, found = [], low = order[0], high = order[order.length - 1];
      var over = [["top", "center"], ["top", "left"], ["top", "right"], ["bottom", "center"], ["bottom", "left"], ["bottom", "right"]];
      [high, low].concat(order.slice(1, -1)).forEach(function (k, n) {
        if (n === 1 && low === high) return;
        var x = scale.x(row[k]), wide = widthOf(wordsOf(table, k, r));
        (n === 0 ? [["middle", "right"]] : n === 1 ? [["middle", "left"]] : []).concat(over).some(function (way) {
          var from = x + (way[1] === "center" ? -wide / 2 : way[1] === "left" ? -wide - REACH : REACH), to = from + wide;
          if (from < 0 || to > scale.wide || taken[way[0]].some(function (other) { return from < other[1] + 5 && to > other[0] - 5; })) return false;
          taken[way[0]].push([from, to]);
          found.push([k, way[0] + " " + way[1]]);
          return true;
        });
      });
      return found;
    }
  }

  function wordsOf(table, kind, row) { return Array.isArray(table.words[kind]) ? table.words[kind][row] : table.words[kind]; }

  /* What a dot says: [row, group, value's bound, year used, number of countries]. */
  groups.dot = function (kind, row) {
    var table = groups.held().table, i = m.year() - table.first, bound = table.bound[kind + "," + row], own = table.of_kinds;
    var n = own ? own.n[kind] : table.n[row];
    return {
      row: m.name(table.areas[row]) || table.ticks[row].replace(/<[^>]+>/g, ""), group: wordsOf(table, kind, row), bound: bound ? bound[i].trim() : "",
      used: own ? own.used[kind][i] : table.used[row][i], n: n ? n[i] : 0
    };
  };

  /* The country whose row is at a place of the window, null where rows are no countries. */
  groups.areaAt = function (gd, event) {
    var held = groups.held(), axis = gd._fullLayout && gd._fullLayout.yaxis;
    if (!held || !held.table.x || !axis) return null;
    var y = event.clientY - gd.getBoundingClientRect().top - axis._offset;
    if (y < 0 || y > axis._length) return null;
    var row = places(held.table, m.year() - held.table.first).indexOf(Math.round(axis.p2l(y)));
    return held.table.areas[row] || null;
  };

  /* The whole row of a country is its link: its name, its bar and its dots. */
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
    gd.addEventListener("click", function (event) {
      var code = groups.areaAt(gd, event);
      if (code) { m.card.hide(); m.toggle(code); }
    });
  };

  var SHAPES = {
    circle: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", diamond: "M6 0L12 6L6 12L0 6z", square: "M1 1H11V11H1z", "triangle-up": "M6 0L12 11H0z",
    cross: "M4 0H8V4H12V8H8V12H4V8H0V4H4z", x: "M0 3L3 0L6 3L9 0L12 3L9 6L12 9L9 12L6 9L3 12L0 9L3 6z", pentagon: "M6 0L12 4.6L9.7 12H2.3L0 4.6z",
    star: "M6 0L7.5 4.2H12L8.4 7L9.7 11.5L6 8.8L2.3 11.5L3.6 7L0 4.2H4.5z", "line-ns-open": "M5 0H7V12H5z"
  };

  /* The legend outside the chart, and a height that gives each row room; a long list scrolls. */
  var keys = "", tall = -1;
  groups.legend = function () {
    var held = groups.held(), now = JSON.stringify(held.legend);
    if (held.height !== tall) document.getElementById("breakdown").style.height = "max(100%, " + (tall = held.height) + "px)";
    if (now === keys) return;
    keys = now;
    size = null;
    m.words.fill("groups", held.legend.map(function (item) {
      var key = m.words.el("span", { class: "key" });
      if (item.shape) key.innerHTML = '<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="' + (SHAPES[item.shape] || SHAPES.circle) + '" fill="' + item.colour + '"/></svg>';
      key.appendChild(m.words.el(item.is_strong ? "b" : "span", item.is_strong ? { text: item.words, style: "color:" + item.colour } : { text: item.words }));
      return key;
    }));
  };

  groups.note = function () {
    var held = groups.held(), el = m.words.el, by = held.by;
    if (by.options.length) return m.words.fill("breakdown-note", [document.createTextNode(held.note.join(" "))]);
    var nodes = [document.createTextNode("The source gives this indicator only as a total. Near it, with groups: ")];
    by.near.forEach(function (near, i) {
      if (i) nodes.push(document.createTextNode(" · "));
      nodes.push(el("a", { href: "?indicator=" + near[0], "data-indicator": near[0], text: near[1] }));
    });
    m.words.fill("breakdown-note", nodes);
  };
})((window.monitor = window.monitor || {}));
