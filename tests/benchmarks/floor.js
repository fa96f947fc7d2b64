/* The floor's three linked views: a choropleth, lines of the chosen countries, bars of their groups. */
(function () {
  "use strict";
  var held = JSON.parse(document.getElementById("inline").textContent), cubes = held.cubes;
  var view = { indicator: held.first, year: held.year, chosen: held.chosen.slice() };
  var map = document.getElementById("map"), lines = document.getElementById("lines"), bars = document.getElementById("bars");
  var slider = document.getElementById("year"), list = document.getElementById("indicator");
  var place = {}, config = { topojsonURL: "./", displayModeBar: false, responsive: true, showSendToCloud: false };
  held.areas.forEach(function (code, i) { place[code] = i; });

  function of(cube, sex, code) { return cube.sexes[sex][place[code]]; }
  function column(cube) {
    var at = view.year - cube.first;
    return cube.sexes[cube.sex].map(function (line) { return line[at]; });
  }
  function years(cube) { var all = []; for (var y = cube.first; y <= cube.last; y++) all.push(y); return all; }
  function groups(cube) { return ["_T", "F", "M"].filter(function (sex) { return cube.sexes[sex]; }); }

  function mapFigure(cube) {
    return {
      data: [{ type: "choropleth", locations: held.areas, z: column(cube), zmin: cube.span[0], zmax: cube.span[1], colorscale: held.scale }],
      layout: { margin: { l: 0, r: 0, t: 0, b: 0 }, geo: { fitbounds: false }, uirevision: "map" }
    };
  }
  function linesFigure(cube) {
    var x = years(cube);
    return {
      data: view.chosen.map(function (code) { return { type: "scatter", mode: "lines+markers", name: code, x: x, y: of(cube, cube.sex, code) }; }),
      layout: { margin: { l: 40, r: 10, t: 10, b: 30 }, xaxis: { range: [cube.first - 0.5, cube.last + 0.5] }, shapes: [mark()] }
    };
  }
  function mark() { return { type: "line", x0: view.year, x1: view.year, y0: 0, y1: 1, yref: "paper" }; }
  function heights(cube) {
    var at = view.year - cube.first;
    return groups(cube).map(function (sex) { return view.chosen.map(function (code) { return of(cube, sex, code)[at]; }); });
  }
  function barsFigure(cube) {
    var y = heights(cube);
    return {
      data: groups(cube).map(function (sex, i) { return { type: "bar", name: sex, x: view.chosen.slice(), y: y[i] }; }),
      layout: { margin: { l: 40, r: 10, t: 10, b: 30 }, barmode: "group" }
    };
  }
  function show(where, figure) { Plotly.react(where, figure.data, figure.layout, config); }

  function toYear(year) {
    var cube = cubes[view.indicator];
    view.year = year;
    Plotly.restyle(map, { z: [column(cube)] }, [0]);
    Plotly.relayout(lines, { "shapes[0].x0": year, "shapes[0].x1": year });
    Plotly.restyle(bars, { y: heights(cube) });
  }
  function toIndicator(key) {
    var cube = cubes[key];
    view.indicator = key;
    slider.min = cube.first;
    slider.max = cube.last;
    view.year = Math.min(Math.max(view.year, cube.first), cube.last);
    slider.value = view.year;
    show(map, mapFigure(cube));
    show(lines, linesFigure(cube));
    show(bars, barsFigure(cube));
  }
  function toggle(code) {
    var at = view.chosen.indexOf(code), cube = cubes[view.indicator];
    if (at < 0) view.chosen.push(code); else view.chosen.splice(at, 1);
    show(lines, linesFigure(cube));
    show(bars, barsFigure(cube));
  }

  Object.keys(held.titles).forEach(function (key) { list.add(new Option(held.titles[key], key)); });
  list.value = held.first;
  toIndicator(held.first);
  slider.addEventListener("input", function () { toYear(Number(slider.value)); });
  list.addEventListener("change", function () { toIndicator(list.value); });
  map.on("plotly_click", function (event) { toggle(event.points[0].location); });
  requestIdleCallback(function () {
    fetch("rest.json").then(function (r) { return r.json(); }).then(function (rest) { Object.assign(cubes, rest); document.body.dataset.ready = "yes"; });
  });
})();
