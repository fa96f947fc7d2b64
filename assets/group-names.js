/* What stands in words around the dots of the breakdown panel: names of the rows, their numbers, the groups' names beside
   their dots, the legend and the note. */
(function (m) {
  "use strict";
  var names = (m.names = {}), REACH = 9, FONT = "13px ", box = null, drawn = null; // pixels from the middle of a dot to its name

  names.of = function (table, kind, row) { return Array.isArray(table.words[kind]) ? table.words[kind][row] : table.words[kind]; };

  names.clear = function () { if (box) { box.replaceChildren(); drawn = null; } };

  /* All of them in one year. rows: values by row and group. at: the rows' places. scale: pixels, see groups.js. */
  names.draw = function (table, rows, at, i, scale, shifts) {
    if (!drawn || drawn.table !== table) written(table);
    var middle = rows.map(function (row, k) { return scale.top + (at[k] + 0.5) * scale.row; });
    drawn.box.style.setProperty("--left", (scale.left - 14) + "px");
    drawn.box.style.setProperty("--right", (scale.left + scale.wide + (table.heading ? 8 : -72)) + "px");
    drawn.rows.forEach(function (row, k) {
      place(row.name, middle[k]);
      place(row.number, middle[k]);
      set(row.number, said(table, rows[k], k, i));
    });
    set(drawn.heading, table.heading);
    labels(table, rows, middle, scale, shifts);
    inOrder(at);
  };

  function set(node, words) { if (node.textContent !== words) node.textContent = words; }
  function place(node, y) { var top = y.toFixed(1) + "px"; if (node.style.top !== top) node.style.top = top; }

  /* A row's number; that it has none where it has no value. */
  function said(table, row, k, i) {
    if (table.names[k][3]) return "";
    if (row.every(function (v) { return v === null; })) return "no data";
    if (table.measured) return table.measured[k] && table.measured[k][i] !== null ? m.numbers.say(table.measured[k][i], table.decimals) : table.areas[k] ? "–" : "";
    return table.gap[k][i] === null ? "" : m.numbers.say(table.gap[k][i], m.held.breakdown.shown.decimals);
  }

  function written(table) {
    var el = m.words.el;
    if (!box) box = document.getElementById("breakdown").appendChild(el("div", { class: "group-names" }));
    var rows = table.names.map(function (name, k) {
      var about = { class: "name" + (name[2] ? " strong" : ""), style: "color:" + name[1], title: name[0], text: name[0] };
      if (table.areas[k]) Object.assign(about, { "data-area": table.areas[k] });
      return { name: el(table.areas[k] ? "button" : "span", about), number: el("span", { class: "number" }) };
    });
    var heading = el("span", { class: "number heading" }), labels = el("div", {});
    drawn = { table: table, box: box, rows: rows, heading: heading, labels: labels, order: "" };
    box.replaceChildren(heading, labels);
  }

  /* The keyboard goes through the rows as they stand. */
  function inOrder(at) {
    var order = at.join();
    if (order === drawn.order || (drawn.order && box.contains(document.activeElement))) return;
    drawn.order = order;
    var nodes = [];
    at.forEach(function (place, k) { nodes[place] = drawn.rows[k]; });
    nodes.forEach(function (row) { box.append(row.name, row.number); });
  }

  var pen = null, widths = {};
  function widthOf(words, font) {
    var key = (font || FONT) + words;
    if (widths[key]) return widths[key];
    pen = pen || { context: document.createElement("canvas").getContext("2d"), family: getComputedStyle(document.body).fontFamily };
    pen.context.font = (font || FONT) + pen.family;
    return (widths[key] = pen.context.measureText(words).width);
  }

  /* Pixels that the rows' names need beside the axes. */
  names.room = function (table) {
    return Math.max.apply(null, table.names.map(function (name) { return widthOf(name[0], (name[2] ? "650 " : "") + "14px "); })) + 22;
  };

  /* The groups' names: of one row its two ends, or of every row all that have room. */
  function labels(table, rows, y, scale, shifts) {
    var found = [];
    rows.forEach(function (row, r) {
      if (table.labels !== "all" && (!table.labels || r !== table.labelled)) return;
      var order = row.map(function (v, k) { return k; }).filter(function (k) { return row[k] !== null; }).sort(function (a, b) { return row[a] - row[b] || a - b; });
      if (order.length) found = found.concat((table.labels === "all" ? around : beside)(order, r));
    });
    while (drawn.labels.children.length > found.length) drawn.labels.lastChild.remove();
    found.forEach(function (label, n) {
      var node = drawn.labels.children[n] || drawn.labels.appendChild(m.words.el("span", {})), ink = table.inks[label.k];
      set(node, names.of(table, label.k, label.r));
      node.style.cssText = "left:" + (scale.left + label.from).toFixed(1) + "px;top:" + (y[label.r] + label.down).toFixed(1) + "px;color:" + (Array.isArray(ink) ? ink[label.r] : ink);
    });

    /* The two ends outside the bar, where there is room beside it. */
    function beside(order, r) {
      var low = order[0], high = order[order.length - 1];
      var right = at(high, r, 1, 0), left = at(low, r, -1, 0), found = [];
      if (right.to <= scale.wide) found.push(right);
      if (left.from >= 0 && (low !== high || !found.length)) found.push(left);
      return found;
    }

    /* The same, and every other name above or below its dot. */
    function around(order, r) {
      var taken = { "0": [], "-1": [], "1": [] }, found = [], low = order[0], high = order[order.length - 1];
      [high, low].concat(order.slice(1, -1)).forEach(function (k, n) {
        if (n === 1 && low === high) return;
        var ways = n === 0 ? [[1, 0]] : n === 1 ? [[-1, 0]] : [], up = shifts[r][k] > 0 ? [1] : shifts[r][k] < 0 ? [-1] : [-1, 1];
        up.forEach(function (lane) { ways.push([0, lane], [-1, lane], [1, lane]); });
        ways.some(function (way) {
          var label = at(k, r, way[0], way[1]);
          if (label.from < 0 || label.to > scale.wide || taken[way[1]].some(function (other) { return label.from < other.to + 5 && label.to > other.from - 5; })) return false;
          taken[way[1]].push(label);
          found.push(label);
          return true;
        });
      });
      return found;
    }

    /* A name at the side (-1, 0, 1) of a dot, in a lane above it, beside it or below. */
    function at(k, r, side, lane) {
      var wide = widthOf(names.of(table, k, r)), from = scale.x(rows[r][k]) + (side < 0 ? -wide - REACH : side > 0 ? REACH : -wide / 2);
      return { k: k, r: r, from: from, to: from + wide, down: lane ? lane * (shifts[r][k] ? 18 : 15) : shifts[r][k] };
    }
  }

  var SHAPES = {
    circle: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z", diamond: "M6 0L12 6L6 12L0 6z", square: "M1 1H11V11H1z", "triangle-up": "M6 0L12 11H0z",
    cross: "M4 0H8V4H12V8H8V12H4V8H0V4H4z", x: "M0 3L3 0L6 3L9 0L12 3L9 6L12 9L9 12L6 9L3 12L0 9L3 6z", pentagon: "M6 0L12 4.6L9.7 12H2.3L0 4.6z",
    star: "M6 0L7.5 4.2H12L8.4 7L9.7 11.5L6 8.8L2.3 11.5L3.6 7L0 4.2H4.5z", "line-ns-open": "M5 0H7V12H5z"
  };

  /* The legend outside the chart, and a height that gives each row room; a long list scrolls. */
  var keys = "", tall = -1;
  names.legend = function () {
    var held = m.held.breakdown, now = JSON.stringify(held.legend);
    if (held.height !== tall) {
      var chart = document.getElementById("breakdown");
      chart.style.height = "max(100%, " + (tall = held.height) + "px)";
      if (m.basics.tall) { // the frame grows with it
        chart.parentNode.style.height = Math.min(Math.max(m.basics.tall[0], tall), m.basics.tall[1]) + "px";
        chart.parentNode.querySelectorAll(".room").forEach(function (first) { first.remove(); });
      }
    }
    m.groups.forget();
    if (now === keys) return;
    keys = now;
    m.words.fill("groups", held.legend.map(function (item) {
      var key = m.words.el("span", { class: "key" });
      if (item.shape) key.innerHTML = '<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="' + (SHAPES[item.shape] || SHAPES.circle) + '" fill="' + item.colour + '"/></svg>';
      key.appendChild(m.words.el(item.is_strong ? "b" : "span", item.is_strong ? { text: item.words, style: "color:" + item.colour } : { text: item.words }));
      return key;
    }));
  };

  names.note = function () {
    var held = m.held.breakdown, el = m.words.el, by = held.by;
    if (m.basics.is_embed) return m.words.fill("breakdown-note", [document.createTextNode(held.note.concat(held.missing).join(" "))]);
    var scope = m.view.scope ? "&scope=" + m.view.scope : "", more = el("a", { href: m.base + "missing?indicator=" + m.held.headline.indicator + scope, text: "Who is missing" });
    if (by.options.length) return m.words.fill("breakdown-note", [document.createTextNode(held.note.concat(held.missing).join(" ") + " "), more]);
    var nodes = [document.createTextNode("The source gives this indicator only as a total. Near it, with groups: ")];
    by.near.forEach(function (near, i) {
      if (i) nodes.push(document.createTextNode(" · "));
      nodes.push(el("a", { href: "?indicator=" + near[0], "data-indicator": near[0], text: near[1] }));
    });
    m.words.fill("breakdown-note", nodes);
  };
})((window.monitor = window.monitor || {}));
