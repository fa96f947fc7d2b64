/* The hover card: one sentence's worth on the thing pointed at, the same in every panel. */
(function (m) {
  "use strict";
  var card = (m.card = {}), el = function () { return m.words.el.apply(null, arguments); };

  /* Lines about a country in the year shown. */
  card.area = function (code) {
    var head = m.held.headline, held = m.held.map;
    if (!head || !held) return [];
    var inside = !head.scope || head.members.indexOf(code) >= 0;
    var lines = [el("b", { text: m.name(code) })];
    if (!inside) return lines.concat([el("span", { text: "not among the countries shown" })]);
    var cell = m.slab.at(held, code, m.year(), head.window);
    if (!cell) return lines.concat([el("span", { text: "no data for " + m.year() + (head.window ? " or " + head.window + (head.window === 1 ? " year" : " years") + " before" : "") })]);
    if (cell.value === null) return lines.concat([el("span", { text: m.basics.flags[cell.flag] + ", " + cell.year })]);
    lines.push(el("span", { class: "value", text: m.numbers.withUnit(cell.value, head, cell.flag) + (head.unit_short ? "" : " (" + head.unit + ")") }));
    lines.push(el("span", { text: cell.year < m.year() ? "value of " + cell.year + ", the latest up to " + m.year() : "in " + cell.year }));
    if (m.basics.flags[cell.flag]) lines.push(el("span", { class: "flag", text: m.basics.flags[cell.flag] }));
    var rows = m.ranking.places(), row = m.ranking.placeOf(code);
    if (row && m.numbers.isAnswer(head)) return lines;
    if (row) lines.push(el("span", { text: m.numbers.ordinal(row.rank) + " of " + rows.length + ", " + m.slab.FIRST[head.order] }));
    else lines.push(el("span", { text: "not counted in the ranking of states" }));
    return lines;
  };

  card.show = function (lines, event) {
    var box = document.getElementById("card");
    if (!lines.length) return card.hide();
    var isSame = box.classList.contains("on") && box.firstChild && box.firstChild.textContent === lines[0].textContent;
    box.replaceChildren.apply(box, lines);
    box.classList.add("on");
    if (isSame && m.isCalm()) return; // it does not run after the pointer
    var x = event.clientX, y = event.clientY, w = box.offsetWidth, h = box.offsetHeight;
    box.style.left = Math.max(4, Math.min(x + 16, window.innerWidth - w - 8)) + "px";
    box.style.top = Math.max(4, y + 18 + h > window.innerHeight ? y - h - 12 : y + 18) + "px";
  };

  card.hide = function () { document.getElementById("card").classList.remove("on"); };

  /* Lines about one dot of the breakdown, or one point of its lines. */
  card.group = function (point) {
    var head = m.held.headline, held = m.held.breakdown, year = m.year();
    if (!head || !held) return [];
    var as = held.shown;
    if (!held.table.x) {
      var counts = held.table.n, lines = [el("b", { text: m.name(point.customdata) || point.data.name })];
      if (m.name(point.customdata)) lines.push(el("span", { text: point.data.name }));
      lines.push(el("span", { class: "value", text: m.numbers.withUnit(point.y, as) }));
      return lines.concat([el("span", { text: counts ? "median of " + counts[point.x - held.table.first] + " countries, " + point.x : "in " + point.x })]);
    }
    var dot = m.groups.dot(point.curveNumber - 1, point.pointNumber);
    var when = dot.n ? "median of " + dot.n + " countries, " + year : dot.used < year ? "values of " + dot.used + ", the latest up to " + year : "in " + dot.used;
    return [el("b", { text: dot.row }), el("span", { text: dot.group }), el("span", { class: "value", text: m.numbers.withUnit(point.x, as, dot.bound) }), el("span", { text: when })]
      .concat(dot.size === null ? [] : [el("span", { text: dot.size + "% of the people" })]);
  };

  /* Lines about one point of the trend. */
  card.point = function (point) {
    var head = m.held.headline, held = m.held.trend, lines;
    if (!head) return [];
    if (point.customdata) {
      var cell = m.held.map && m.slab.at(m.held.map, point.customdata, point.x, 0);
      lines = [el("b", { text: m.name(point.customdata) }), el("span", { class: "value", text: m.numbers.withUnit(point.y, head, cell ? cell.flag : "") }), el("span", { text: "in " + point.x })];
      if (cell && m.basics.flags[cell.flag]) lines.push(el("span", { class: "flag", text: m.basics.flags[cell.flag] }));
      return lines;
    }
    var n = held && held.n[point.x - held.first];
    return [el("b", { text: "Median, " + (held ? held.peers : "") }), el("span", { class: "value", text: m.numbers.withUnit(point.y, head) }),
      el("span", { text: "of " + n + " countries, " + point.x + (head.window ? ", values up to " + head.window + (head.window === 1 ? " year" : " years") + " old" : "") })];
  };
})((window.monitor = window.monitor || {}));
