/* The ranking: a real table, drawn from the slab for the year shown. */
(function (m) {
  "use strict";
  var ranking = (m.ranking = { by: "rank", down: false }), el = function () { return m.words.el.apply(null, arguments); };

  ranking.rows = function () {
    var head = m.held.headline, held = m.held.map;
    return m.slab.ranking(held, head.members, m.year(), head.window, head).map(function (row) {
      row.change = m.slab.change(held, row.code, row.cell, m.basics.change);
      return row;
    });
  };

  ranking.draw = function () {
    var head = m.held.headline, held = m.held.map;
    if (!head || !held) return;
    var rows = ranking.rows(), year = m.year(), judged = head.direction !== "neutral";
    var ordered = rows.slice();
    var key = {
      name: function (r) { return m.name(r.code); },
      value: function (r) { return r.cell.value; },
      change: function (r) { return r.change ? r.change.change : -Infinity; },
      rank: function (r) { return r.rank; }
    }[ranking.by];
    ordered.sort(function (a, b) { return a.rank - b.rank || m.name(a.code).localeCompare(m.name(b.code)); });
    if (ranking.by !== "rank") ordered.sort(function (a, b) { var x = key(a), y = key(b); return x < y ? -1 : x > y ? 1 : 0; });
    if (ranking.down) ordered.reverse();
    var chosen = m.chosen();
    function line(r) {
      var borrowed = r.cell.year < year;
      return el("tr", { "data-area": r.code, class: chosen.indexOf(r.code) >= 0 ? "chosen" : "", style: "--own:" + (m.colour(r.code) || "transparent") }, [
        el("td", { class: "n", text: r.rank }),
        el("th", { scope: "row" }, [el("button", { "aria-pressed": String(chosen.indexOf(r.code) >= 0), text: m.name(r.code) })]),
        el("td", { class: "n v" }, [el("span", { text: m.numbers.withUnit(r.cell.value, { decimals: head.decimals, unit_short: head.unit_short === "%" ? "%" : "" }, r.cell.flag) })]),
        el("td", { class: "y" + (borrowed ? " older" : ""), text: r.cell.year }),
        el("td", { class: "n c", title: r.change ? "since " + r.change.since : "", text: r.change ? m.numbers.signed(r.change.change, head.decimals) : "–" })
      ]);
    }
    function column(name, label, title) {
      var on = ranking.by === name;
      return el("th", { scope: "col", "aria-sort": on ? (ranking.down ? "descending" : "ascending") : "none", class: name }, [
        el("button", { "data-sort": name, title: title, text: label + (on ? (ranking.down ? " ↓" : " ↑") : "") })
      ]);
    }
    var top = pinned(ordered, chosen);
    var table = el("table", {}, [
      el("caption", { class: "visually-hidden", text: head.title + ", " + year }),
      el("thead", {}, [el("tr", {}, [
        column("rank", "#", judged ? "Place, best first" : "Place, highest first"), column("name", "Country", "By name"), column("value", "Value", head.unit),
        el("th", { scope: "col", class: "y", text: "Year" }), column("change", "Change", "Against the last value 5 to 10 years before")
      ])]),
      el("tbody", {}, top.map(line).concat(ordered.map(line)))
    ]);
    if (top.length) table.querySelectorAll("tbody tr")[top.length - 1].classList.add("last-pinned");
    var box = document.getElementById("ranking"), scrolled = box.scrollTop;
    var empty = el("p", { class: "empty", text: "No country has a value for " + year + " here. Try another year, or let values be older." });
    box.replaceChildren(rows.length ? table : empty);
    box.scrollTop = scrolled;
  };

  /* The chosen first, so that they are seen without scrolling; they stay in their own place below as well. */
  function pinned(ordered, chosen) {
    return chosen.map(function (code) { return ordered.find(function (r) { return r.code === code; }); }).filter(Boolean);
  }

  ranking.sort = function (name) {
    if (ranking.by === name) ranking.down = !ranking.down;
    else { ranking.by = name; ranking.down = name === "value" || name === "change"; }
    ranking.draw();
  };
})((window.monitor = window.monitor || {}));
