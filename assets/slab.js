/* One slice with all its years: what an area shows in a year, and the order of areas.
   The rules are those of dashboard/measures/carry.py and ranking.py; a test holds both together. */
(function (m) {
  "use strict";
  var slab = (m.slab = {});
  var SAID = "qnox";

  /* What stands first in the ranking. */
  slab.FIRST = { higher: "best first", lower: "best first", neutral: "highest first", equality: "nearest to equality first" };

  /* A slab as it travels has steps in place of values: see in_steps in dashboard/slab.py. */
  slab.unpack = function (held) {
    var unit = Math.pow(10, held.tens);
    Object.keys(held.areas).forEach(function (code) {
      var line = held.areas[code], sum = 0;
      if (!line.d) return;
      line.v = line.d.map(function (step) { return step === null ? null : (sum += step) / unit; });
      delete line.d;
    });
    return held;
  };

  /* {value, year, flag} of an area in a year, borrowed from up to `window` years before; null where there is nothing. */
  slab.at = function (held, code, year, window) {
    var line = held.areas[code];
    if (!line) return null;
    for (var back = 0; back <= window; back++) {
      var i = year - back - line.s;
      if (i >= 0 && i < line.v.length && line.v[i] !== null) return { value: line.v[i], year: year - back, flag: line.f[i] };
    }
    var now = year - line.s;
    if (now >= 0 && now < line.f.length && SAID.indexOf(line.f[now]) >= 0) return { value: null, year: year, flag: line.f[now] };
    return null;
  };

  slab.classOf = function (edges, value) {
    if (value === null || value === undefined) return -1;
    var i = 0;
    while (i < edges.length && value >= edges[i]) i++;
    return i;
  };

  /* Places among `members` (all areas where it is null), best first; equal printed numbers share a place. */
  slab.ranking = function (held, members, year, window, head) {
    var inside = members || Object.keys(held.areas), rows = [];
    inside.forEach(function (code) {
      var cell = slab.at(held, code, year, window);
      if (cell && cell.value !== null) rows.push({ code: code, cell: cell, printed: m.numbers.printed(cell.value, head.decimals) });
    });
    var sign = head.order === "lower" || head.order === "equality" ? 1 : -1;
    rows.forEach(function (row) { row.far = head.order === "equality" ? slab.distance(row.printed, head) : row.printed; });
    rows.sort(function (a, b) { return sign * (a.far - b.far) || (a.code < b.code ? -1 : 1); });
    rows.forEach(function (row, i) { row.rank = i && rows[i - 1].far === row.far ? rows[i - 1].rank : i + 1; });
    return rows;
  };

  /* How far a value lies from equality, in either direction; of ratios as multiples. Nine decimals, as on the server. */
  slab.distance = function (value, head) {
    var far = head.is_ratio ? Math.abs(Math.log(value / head.equality)) : Math.abs(value - head.equality);
    return isFinite(far) ? Math.round(far * 1e9) / 1e9 : Infinity;
  };

  /* {change, since} against the last value 5 to 10 years before the one shown; null across a break or a bound. */
  slab.change = function (held, code, cell, span) {
    var line = held.areas[code];
    for (var back = span[0]; back <= span[1]; back++) {
      var i = cell.year - back - line.s;
      if (i < 0) return null;
      if (line.v[i] === null || line.v[i] === undefined) continue;
      if ("<>".indexOf(line.f[i]) >= 0 || "<>".indexOf(cell.flag) >= 0) return null;
      for (var k = i + 1; k <= cell.year - line.s; k++) if (line.f[k] === "b") return null;
      return { change: cell.value - line.v[i], since: cell.year - back };
    }
    return null;
  };
})((window.monitor = window.monitor || {}));
