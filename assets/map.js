/* The map's year, outlines and hatching. The server's figure is drawn by the library; a year step only replaces
   class numbers, and patterns are laid over the drawn shapes because a choropleth of the library has none. */
(function (m) {
  "use strict";
  var map = (m.map = {}), SVG = "http://www.w3.org/2000/svg";
  var AREAS = 0, MARKERS = 2;

  map.div = function () { return document.querySelector("#map .js-plotly-plot"); };
  var busy = false, waiting = null;

  /* Brings the drawn map to the year of the page. */
  map.step = function () {
    var gd = map.div(), held = m.held.map, head = m.held.headline;
    if (!gd || !gd.data || gd.data.length < 3 || !held || !map.isOne(gd)) return;
    if (busy) { waiting = true; return; }
    var year = m.year();
    if ((gd.layout.meta || {}).year === year) return map.dress();
    var cells = map.cells(year);
    var inside = head.scope ? new Set(head.members) : null;
    function cls(code) {
      if (inside && !inside.has(code)) return -1;
      var cell = cells[code];
      return cell ? m.slab.classOf(held.edges, cell.value) : -1;
    }
    var update, places;
    if (held.mappable) {
      update = { z: [gd.data[AREAS].locations.map(cls), undefined], "marker.color": [undefined, gd.data[MARKERS].customdata.map(cls)] };
      places = [AREAS, MARKERS];
    } else {
      var sizes = gd.data[MARKERS].customdata.map(function (code) {
        var cell = cells[code];
        return cell && cell.value !== null && (!inside || inside.has(code)) ? map.radius(cell.value, held.largest) : 0;
      });
      update = { "marker.size": [sizes] };
      places = [MARKERS];
    }
    busy = true;
    gd.layout.meta = Object.assign({}, gd.layout.meta, { year: year });
    m.later(Plotly.restyle(gd, update, places), function () {
      busy = false;
      map.dress();
      if (waiting) { waiting = null; map.step(); }
    });
  };

  /* A circle's diameter: its area goes with the count, so that twice the people is twice the ink. */
  map.radius = function (value, largest) { return value > 0 ? Math.max(2.5, 46 * Math.sqrt(value / largest)) : 0; };

  map.cells = function (year) {
    var held = m.held.map, window = m.held.headline.window, cells = {};
    Object.keys(held.areas).forEach(function (code) { cells[code] = m.slab.at(held, code, year, window); });
    return cells;
  };

  /* What pattern an area carries: hatched without data, striped where borrowed, dotted where estimated, … */
  map.pattern = function (cell, year) {
    if (!cell) return "none";
    if (cell.value === null) return { q: "suppressed", n: "not-applicable" }[cell.flag] || "none";
    if (cell.year < year) return "borrowed";
    return { f: "projected", e: "estimated", "<": "bound", ">": "bound" }[cell.flag] || "";
  };

  /* The figure, its data and the words arrive one by one: whether all three are of the same picture. */
  map.isOne = function (gd) {
    var held = m.held.map, head = m.held.headline, drawn = (gd.layout || {}).meta || {};
    return !!held && !!head && drawn.picture === held.picture && held.picture === head.picture;
  };

  map.dress = function () {
    var gd = map.div(), held = m.held.map, head = m.held.headline;
    if (!gd || !held || !head || !map.isOne(gd)) return;
    var over = map.overlay(gd);
    if (!over) return;
    patterns(gd);
    var year = m.year(), cells = map.cells(year), inside = head.scope ? new Set(head.members) : null;
    var kinds = {}, copies = [];
    map.shapes(gd).forEach(function (path) {
      var code = path.__data__.loc;
      var kind = inside && !inside.has(code) ? "" : map.pattern(held.mappable ? cells[code] : cells[code] || null, year);
      if (!held.mappable && kind !== "none") kind = "";
      if (!kind) return;
      kinds[kind] = (kinds[kind] || 0) + 1;
      var copy = document.createElementNS(SVG, "path");
      copy.setAttribute("d", path.getAttribute("d"));
      copy.setAttribute("data-kind", kind);
      copy.style.fill = "url(#hatch-" + kind + ")";
      copy.setAttribute("data-area", code);
      copies.push(copy);
    });
    var uniform = map.uniform(cells);
    over.replaceChildren.apply(over, copies.filter(function (copy) { return !(uniform && copy.dataset.kind === "estimated"); }));
    m.words.marks(kinds, uniform);
  };

  /* The drawn countries: the paths of the first trace, each bound to its code by the library. */
  map.shapes = function (gd) {
    return Array.prototype.filter.call(gd.querySelectorAll(".choroplethlayer g.trace:first-child path"), function (path) {
      return path.__data__ && path.__data__.loc && path.getAttribute("d");
    });
  };

  /* Our own layer between areas and markers. It stands beside the library's layers, never inside one: the library
     redraws whatever path it finds in its own. */
  map.overlay = function (gd) {
    var layer = gd.querySelector(".choroplethlayer");
    if (!layer) return null;
    var over = layer.parentNode.querySelector("g.hatching");
    if (!over) {
      over = document.createElementNS(SVG, "g");
      over.setAttribute("class", "hatching");
      over.setAttribute("pointer-events", "none");
      layer.parentNode.insertBefore(over, layer.nextSibling);
    }
    return over;
  };

  /* While the map is dragged or zoomed the library redraws its paths only; ours follow. */
  map.follow = function () {
    var gd = map.div(), over = gd && map.overlay(gd), d = {};
    if (!over) return;
    map.shapes(gd).forEach(function (path) { d[path.__data__.loc] = path.getAttribute("d"); });
    over.querySelectorAll("path").forEach(function (copy) { copy.setAttribute("d", d[copy.dataset.area] || "M0,0"); });
  };

  /* Where every value shown is an estimate a texture would say nothing: the legend says it once in words. */
  map.uniform = function (cells) {
    var valued = Object.keys(cells).filter(function (code) { return cells[code] && cells[code].value !== null && cells[code].year === m.year(); });
    return valued.length > 0 && valued.every(function (code) { return cells[code].flag === "e"; });
  };

  function patterns(gd) {
    if (gd.querySelector("#hatches")) return;
    var svg = gd.querySelector("svg.main-svg"), defs = document.createElementNS(SVG, "defs");
    defs.id = "hatches";
    defs.innerHTML =
      '<pattern id="hatch-none" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#EDEFF1"/><path d="M0 0V5" stroke="#C3C9CF" stroke-width="1.6"/></pattern>' +
      '<pattern id="hatch-suppressed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#D5DADF"/><path d="M0 0V6M0 0H6" stroke="#7C8894" stroke-width="1.6"/></pattern>' +
      '<pattern id="hatch-not-applicable" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#FFFFFF"/><circle cx="2" cy="2" r="1" fill="#B4BBC2"/></pattern>' +
      '<pattern id="hatch-borrowed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#FFFFFF" stroke-opacity="0.75" stroke-width="2"/></pattern>' +
      '<pattern id="hatch-estimated" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#FFFFFF" fill-opacity="0.75"/></pattern>' +
      '<pattern id="hatch-projected" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 3H6" stroke="#FFFFFF" stroke-opacity="0.8" stroke-width="2"/></pattern>' +
      '<pattern id="hatch-bound" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M3 0V6" stroke="#FFFFFF" stroke-opacity="0.55" stroke-width="1.4"/></pattern>';
    svg.insertBefore(defs, svg.firstChild);
  }

  /* After the library has drawn: bring the year level if the server drew another, then lay the patterns. */
  map.drawn = function () {
    if (busy) return;
    var gd = map.div(), held = m.held.map;
    if (!gd || !held) return;
    var meta = gd.layout.meta || {};
    if (meta.areas && meta.areas.join() !== m.chosen().join()) map.outline();
    else if (meta.year !== m.year()) map.step();
    else map.dress();
  };

  /* Outlines of the chosen at once, before the server has answered anything. */
  map.outline = function () {
    var gd = map.div();
    if (!gd || !gd.data || gd.data.length < 3) return;
    var chosen = m.chosen();
    if (((gd.layout.meta || {}).areas || []).join() === chosen.join()) return;
    gd.layout.meta = Object.assign({}, gd.layout.meta, { areas: chosen });
    var shapes = new Set(gd.data[AREAS].locations), colour = m.colour;
    var shown = chosen.filter(function (code) { return shapes.has(code); });
    var marks = gd.data[MARKERS].customdata, size = m.held.map && m.held.map.mappable === false;
    m.later(Plotly.restyle(gd, {
      locations: [shown, undefined], z: [shown.map(function () { return 0; }), undefined],
      "marker.line.color": [shown.map(colour), marks.map(function (c) { return colour(c) || m.basics.ink_faint; })],
      "marker.line.width": [2.5, marks.map(function (c) { return chosen.indexOf(c) >= 0 ? 2.5 : size ? 0.6 : 0.8; })]
    }, [1, MARKERS]), map.dress);
  };
})((window.monitor = window.monitor || {}));
