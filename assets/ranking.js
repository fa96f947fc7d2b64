/* The ranking: a real table, drawn from the slab for the year shown. The rows that are seen are drawn at once, the others
   when nothing else is to do; a country that is chosen or let go changes its own rows only. */
(function (m) {
  "use strict";
  var ranking = (m.ranking = { by: "rank", down: false }), kept = {}, drawn = {}, ROW = 30, SOON = 120;

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
    name: function (r) { return letter(r.code); },
    value: function (r) { return r.cell.value; },
    change: function (r) { return change(r) ? change(r).change : -Infinity; },
    rank: function (r) { return r.rank; }
  };

  /* The alphabet's order of all names, found once: comparing them anew for each table takes longer than drawing it. */
  var alphabet = null;
  function letter(code) {
    if (!alphabet) {
      var collator = new Intl.Collator("en");
      alphabet = {};
      Object.keys(m.basics.areas).sort(function (a, b) { return collator.compare(m.name(a), m.name(b)); }).forEach(function (c, i) { alphabet[c] = i; });
    }
    return alphabet[code];
  }

  function sorted(rows) {
    var key = KEY[ranking.by], ordered = rows.slice();
    ordered.sort(function (a, b) { return a.rank - b.rank || letter(a.code) - letter(b.code); });
    if (ranking.by !== "rank") ordered.sort(function (a, b) { var x = key(a), y = key(b); return x < y ? -1 : x > y ? 1 : 0; });
    return ranking.down ? ordered.reverse() : ordered;
  }

  /* What a row says in its columns of value and change, worded once. */
  function said(row) {
    if (row.said) return row.said;
    var head = m.held.headline, c = change(row);
    var value = m.numbers.withUnit(row.cell.value, m.numbers.running(head), row.cell.flag);
    return (row.said = [value, c ? m.numbers.changed(c.change, head) + " <small>" + c.since + "</small>" : "–"]);
  }

  function own(code) { return ' data-own="' + m.ink(code) + '"'; }

  function line(row, chosen, more) {
    var name = safe(m.name(row.code)), on = chosen.indexOf(row.code) >= 0;
    return '<tr data-area="' + row.code + '" class="' + (on ? "chosen " : "") + (more || "") + '"' + (on ? own(row.code) : "") + ">" +
      '<td class="n">' + (m.numbers.isAnswer(m.held.headline) ? "" : row.rank) + '</td><th scope="row"><button aria-pressed="' + on + '">' + name + '</button></th><td class="n v">' + said(row)[0] + "</td>" +
      '<td class="y' + (row.cell.year < m.year() ? " older" : "") + '">' + row.cell.year + "</td>" +
      '<td class="n c">' + said(row)[1] + "</td></tr>";
  }

  /* The longest words of each column, in a row that takes room but is not seen: columns do not move when further rows come. */
  function widest(rows) {
    var longest = ["", ""];
    rows.forEach(function (row) { said(row).forEach(function (text, i) { if (text.length > longest[i].length) longest[i] = text; }); });
    return '<tr class="widest" aria-hidden="true"><td class="n">' + rows.length + '</td><td></td><td class="n v">' + longest[0] + '</td><td class="y">' + m.year() + '</td><td class="n c">' + longest[1] + "</td></tr>";
  }

  /* A chosen country that has no place says why, rather than being left out. */
  function absent(code, more) {
    var head = m.held.headline, outside = head.members.indexOf(code) < 0, cell = m.slab.at(m.held.map, code, m.year(), head.window);
    var why = !outside || !cell ? m.numbers.nothing(cell) : m.basics.areas[code] && /^(member|observer)$/.test(m.basics.areas[code][1]) ? "not among the countries shown" : "not counted among the states";
    return '<tr data-area="' + code + '" class="chosen ' + more + '"' + own(code) + '><td class="n"></td><th scope="row"><button aria-pressed="true">' +
      safe(m.name(code)) + '</button></th><td colspan="3" class="why">' + why + "</td></tr>";
  }

  function column(name, label, title) {
    var on = ranking.by === name;
    return '<th scope="col" class="' + name + '" aria-sort="' + (on ? (ranking.down ? "descending" : "ascending") : "none") + '"><button data-sort="' + name + '" title="' + safe(title) + '">' +
      label + (on ? (ranking.down ? " ↓" : " ↑") : "") + "</button></th>";
  }

  function pinned(chosen) {
    return chosen.map(function (code, i) {
      var row = ranking.placeOf(code), last = i === chosen.length - 1 ? "last-pinned" : "";
      return row ? line(row, chosen, last) : absent(code, last);
    }).join("");
  }

  function head(rows) {
    var words = m.held.headline;
    return '<table><caption class="visually-hidden">' + safe(words.title) + ", " + m.year() + "</caption><thead><tr>" +
      column("rank", "#", "Place, " + m.slab.FIRST[words.order]) + column("name", "Country", "By name") + column("value", "Value", words.unit) +
      '<th scope="col" class="y">Year</th>' + column("change", "Change", "Against the last value 5 to 10 years before") + "</tr>" + widest(rows) + "</thead>";
  }

  function written(rows, chosen) { return rows.map(function (row) { return line(row, chosen); }).join(""); }

  /* What the table stands for: with another answer, year or order it is drawn anew. */
  function form() { return [m.held.map.search, m.held.map.release, m.year(), ranking.by, ranking.down].join("|"); }

  ranking.draw = function () {
    var box = document.getElementById("ranking"), chosen = m.chosen();
    if (!box || !m.held.headline || !m.held.map) return;
    if (drawn.form === form() && drawn.rows) return choose(box, chosen);
    var ordered = sorted(ranking.places()), scrolled = box.scrollTop;
    window.clearTimeout(drawn.soon);
    drawn = { form: form(), chosen: chosen, rows: ordered.length };
    if (!ordered.length && !chosen.length) {
      box.innerHTML = '<p class="empty">No country has a value for ' + m.year() + " here. Try another year or another group.</p>";
      return;
    }
    var seen = scrolled ? ordered.length : Math.ceil(box.clientHeight / ROW) + 1, rest = ordered.slice(seen);
    box.innerHTML = head(ordered) + '<tbody class="pins">' + pinned(chosen) + '</tbody><tbody class="places">' + written(ordered.slice(0, seen), chosen) +
      (rest.length ? '<tr class="rest"><td colspan="5" height="' + rest.length * ROW + '"></td></tr>' : "") + "</tbody></table>";
    if (scrolled) box.scrollTop = scrolled;
    drawn.rest = rest;
    if (rest.length) drawn.soon = window.setTimeout(ranking.whole, SOON);
  };

  /* The rows that were not seen yet. */
  ranking.whole = function () {
    var room = document.querySelector("#ranking tr.rest");
    if (!room) return;
    window.clearTimeout(drawn.soon);
    if (m.controls.playing() || m.moving()) { drawn.soon = window.setTimeout(ranking.whole, SOON); return; }
    room.insertAdjacentHTML("beforebegin", written(drawn.rest, m.chosen()));
    room.remove();
  };

  /* Other countries are chosen: their rows on top, and the marks on their places. */
  function choose(box, chosen) {
    box.querySelector("tbody.pins").innerHTML = pinned(chosen);
    drawn.chosen.concat(chosen).forEach(function (code) {
      var row = box.querySelector('tbody.places tr[data-area="' + code + '"]'), on = chosen.indexOf(code) >= 0;
      if (!row) return;
      row.classList.toggle("chosen", on);
      if (on) row.dataset.own = m.ink(code); else delete row.dataset.own;
      row.querySelector("button").setAttribute("aria-pressed", String(on));
    });
    drawn.chosen = chosen;
  }

  ranking.sort = function (name) {
    if (ranking.by === name) ranking.down = !ranking.down;
    else { ranking.by = name; ranking.down = name === "value" || name === "change"; }
    ranking.draw();
  };

  ranking.start = function () { if (m.shows("ranking")) document.getElementById("ranking").addEventListener("scroll", ranking.whole, { passive: true }); };
})((window.monitor = window.monitor || {}));
