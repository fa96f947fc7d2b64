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

  /* Lines about one dot of the breakdown. */
  card.group = function (point) {
    var head = m.held.headline, held = m.held.breakdown, frame = held && held.frames[m.year()];
    if (!head || !frame) return [];
    var used = (frame.used[point.curveNumber] || [])[point.pointNumber], n = (frame.n[point.curveNumber] || [])[point.pointNumber], bound = (frame.bound[point.curveNumber] || [])[point.pointNumber];
    var unit = held.by.group_scale ? "" : head.unit_short;
    var row = m.name(point.customdata) || point.data.name;
    var ticks = m.charts.div("breakdown").layout.yaxis.ticktext || [];
    var lines = [
      el("b", { text: (ticks[point.y] && !m.basics.areas[point.customdata] ? ticks[point.y] : row) }),
      el("span", { text: point.data.name === row ? ticks[point.y] : point.data.name }),
      el("span", { class: "value", text: m.numbers.withUnit(point.x, { decimals: head.decimals, unit_short: unit }, bound) })
    ];
    if (held.are_medians) lines.push(el("span", { text: "median of " + n + " countries, " + m.year() }));
    else if (used) lines.push(el("span", { text: used < m.year() ? "values of " + used + ", the latest up to " + m.year() : "in " + used }));
    return lines;
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
