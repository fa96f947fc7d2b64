/* The ranking: a real table, drawn from the slab for the year shown. */
(function (m) {
  "use strict";
  var ranking = (m.ranking = { by: "rank", down: false }), kept = {};

  /* The places of a year, computed once for the chips, the card and the table. */
  ranking.places = function () {
    var head = m.held.headline, held = m.held.map, of = held.search + "|" + m.year();
    if (kept.of !== of) kept = { of: of, rows: m.slab.ranking(held, head.members, m.year(), head.window, head) };
    return kept.rows;
  };
  ranking.placeOf = function (code) { return ranking.places().find(function (row) { return row.code === code; }); };

  function safe(text) { return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;"); }

  function change(row) {
    if (row.change === undefined) row.change = m.slab.change(m.held.map, row.code, row.cell, m.basics.change);
    return row.change;
  }

  var KEY = {
    name: function (r) { return m.name(r.code); },
    value: function (r) { return r.cell.value; },
    change: function (r) { return change(r) ? change(r).change : -Infinity; },
    rank: function (r) { return r.rank; }
  };

  function sorted(rows) {
    var key = KEY[ranking.by], ordered = rows.slice();
    ordered.sort(function (a, b) { return a.rank - b.rank || m.name(a.code).localeCompare(m.name(b.code)); });
    if (ranking.by !== "rank") ordered.sort(function (a, b) { var x = key(a), y = key(b); return x < y ? -1 : x > y ? 1 : 0; });
    return ranking.down ? ordered.reverse() : ordered;
  }

  function line(row, chosen, more) {
    var head = m.held.headline, c = change(row), name = safe(m.name(row.code)), on = chosen.indexOf(row.code) >= 0;
    var value = m.numbers.withUnit(row.cell.value, { decimals: head.decimals, unit_short: head.unit_short === "%" ? "%" : "" }, row.cell.flag);
    return '<tr data-area="' + row.code + '" class="' + (on ? "chosen " : "") + (more || "") + '" style="--own:' + (m.colour(row.code) || "transparent") + '">' +
      '<td class="n">' + row.rank + '</td><th scope="row"><button aria-pressed="' + on + '">' + name + '</button></th><td class="n v">' + value + "</td>" +
      '<td class="y' + (row.cell.year < m.year() ? " older" : "") + '">' + row.cell.year + "</td>" +
      '<td class="n c">' + (c ? m.numbers.signed(c.change, head.decimals) + " <small>" + c.since + "</small>" : "–") + "</td></tr>";
  }

  /* A chosen country that has no place says why, rather than being left out. */
  function absent(code, more) {
    var head = m.held.headline, outside = head.members.indexOf(code) < 0, cell = m.slab.at(m.held.map, code, m.year(), head.window);
    var why = !outside || !cell ? "no data" : m.basics.areas[code] && /^(member|observer)$/.test(m.basics.areas[code][1]) ? "not among the countries shown" : "not counted among the states";
    return '<tr data-area="' + code + '" class="chosen ' + more + '" style="--own:' + m.colour(code) + '"><td class="n"></td><th scope="row"><button aria-pressed="true">' +
      safe(m.name(code)) + '</button></th><td colspan="3" class="why">' + why + "</td></tr>";
  }

  function column(name, label, title) {
    var on = ranking.by === name;
    return '<th scope="col" class="' + name + '" aria-sort="' + (on ? (ranking.down ? "descending" : "ascending") : "none") + '"><button data-sort="' + name + '" title="' + safe(title) + '">' +
      label + (on ? (ranking.down ? " ↓" : " ↑") : "") + "</button></th>";
  }

  ranking.draw = function () {
    var head = m.held.headline, box = document.getElementById("ranking"), scrolled = box.scrollTop;
    if (!head || !m.held.map) return;
    var rows = ranking.places(), chosen = m.chosen(), ordered = sorted(rows), places = {};
    ordered.forEach(function (row) { places[row.code] = row; });
    // while the year moves only what is seen is drawn; the whole table stands again when it rests
    if (!scrolled && (m.moving() || m.controls.playing())) ordered = ordered.slice(0, Math.ceil(box.clientHeight / 24));
    var top = chosen.map(function (code, i) {
      var last = i === chosen.length - 1 ? "last-pinned" : "";
      return places[code] ? line(places[code], chosen, last) : absent(code, last);
    });
    if (!rows.length && !top.length) {
      box.innerHTML = '<p class="empty">No country has a value for ' + m.year() + " here. Try another year or another group.</p>";
      return;
    }
    box.innerHTML = '<table><caption class="visually-hidden">' + safe(head.title) + ", " + m.year() + "</caption><thead><tr>" +
      column("rank", "#", head.order === "neutral" ? "Place, highest first" : "Place, best first") + column("name", "Country", "By name") + column("value", "Value", head.unit) +
      '<th scope="col" class="y">Year</th>' + column("change", "Change", "Against the last value 5 to 10 years before") + "</tr></thead><tbody>" +
      top.join("") + ordered.map(function (row) { return line(row, chosen); }).join("") + "</tbody></table>";
    box.scrollTop = scrolled;
  };

  ranking.sort = function (name) {
    if (ranking.by === name) ranking.down = !ranking.down;
    else { ranking.by = name; ranking.down = name === "value" || name === "change"; }
    ranking.draw();
  };
})((window.monitor = window.monitor || {}));
