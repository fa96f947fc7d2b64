/* The map. The same figure as dashboard/figures/world_map.py builds for a year, from the slab; a test compares both.
   While the year moves the drawn shapes are filled directly; the library's own state is brought level when it rests. */
(function (m) {
  "use strict";
  var map = (m.map = {}), MARKERS = 2, REST = 220;
  var shapes = null, level = null, drawnAs = "";

  map.div = function () { return m.draw.div("map"); };

  function within(code) { return !m.held.map.head.scope || m.held.map.head.members.indexOf(code) >= 0; }
  function inside(head) { return head.scope ? new Set(head.members) : null; }

  /* What an area shows in the year of the page: its cell, its class, the pattern over it. */
  function looks(year) {
    var held = m.held.map, head = held.head, members = inside(head), uniform = map.uniform(year), known = {};
    return function (code) {
      if (known[code]) return known[code];
      var outside = members && !members.has(code), cell = outside ? null : m.slab.at(held, code, year, head.window);
      var kind = outside ? "" : map.pattern(cell, year);
      if (kind === "estimated" && uniform) kind = "";
      return (known[code] = { cell: cell, cls: cell ? m.slab.classOf(head.classes.edges, cell.value) : -1, kind: kind });
    };
  }

  /* What pattern an area carries: hatched without data, striped where borrowed, dotted where estimated, … */
  map.pattern = function (cell, year) {
    if (!cell) return "none";
    if (cell.value === null) return { q: "suppressed", n: "not-applicable", x: "unmet" }[cell.flag] || "none";
    if (cell.year < year) return "borrowed";
    return { f: "projected", e: "estimated", "<": "bound", ">": "bound" }[cell.flag] || "";
  };

  /* Where every value of a year is an estimate a texture would say nothing: the legend says it once in words. */
  map.uniform = function (year) {
    var held = m.held.map, any = false;
    for (var code in held.areas) {
      var i = year - held.areas[code].s, v = held.areas[code].v[i];
      if (v === null || v === undefined) continue;
      if (held.areas[code].f[i] !== "e") return false;
      any = true;
    }
    return any;
  };

  /* A circle's diameter: its area goes with the count, so that twice the people is twice the ink. */
  map.circle = function (value) {
    var held = m.held.map;
    if (held.largest === undefined) {
      held.largest = 0;
      for (var code in held.areas) held.areas[code].v.forEach(function (v) { if (v > held.largest) held.largest = v; });
    }
    return value > 0 ? Math.max(m.basics.circle[0], m.basics.circle[1] * Math.sqrt(value / held.largest)) : 0;
  };

  /* Up to three round counts for the key of circles; circle_keys in figures/world_map.py says the same. */
  map.keys = function () {
    map.circle(0);
    var keys = [1, 5, 25].map(function (part) {
      var value = m.held.map.largest / part, power = Math.pow(10, String(Math.floor(value)).length - 1);
      return value < 1 ? 0 : [5, 2, 1].find(function (step) { return step * power <= value; }) * power;
    });
    return keys.filter(function (key, i) { return key >= 1 && keys.indexOf(key) === i; });
  };

  map.figure = function (year) {
    var held = m.held.map, look = looks(year), ground = m.basics.ground, points = held.mappable ? ground.points : ground.places;
    var codes = points.map(function (p) { return p[0]; }), chosen = m.chosen(), colours = held.head.classes.colours;
    var known = new Set(ground.shapes), shown = chosen.filter(function (c) { return known.has(c) && within(c); });
    var scale = stepped(held.mappable ? [m.basics.no_data].concat(colours) : [m.basics.no_data, m.basics.no_data]);
    var top = held.mappable ? colours.length - 0.5 : 0.5;
    var marker = held.mappable
      ? { size: codes.map(function (c) { return seen(c) ? m.basics.marker : 0; }), opacity: 1, color: codes.map(function (c) { return look(c).cls; }), cmin: -1.5, cmax: top, colorscale: scale, showscale: false }
      : { size: codes.map(function (c) { return size(look(c).cell); }), opacity: 0.6, color: m.basics.accent };
    marker.line = {
      color: codes.map(function (c) { return m.colour(c) || m.basics.ink_faint; }),
      width: codes.map(function (c) { return chosen.indexOf(c) >= 0 ? 2.5 : 0.8; })
    };
    return {
      data: [
        { type: "choropleth", locationmode: "ISO-3", locations: ground.shapes, z: ground.shapes.map(function (c) { return held.mappable ? look(c).cls : -1; }),
          zmin: -1.5, zmax: top, colorscale: scale, showscale: false, hoverinfo: "none", marker: { line: { color: m.basics.border, width: 0.6 } } },
        { type: "choropleth", locationmode: "ISO-3", locations: shown, z: shown.map(function () { return 0; }),
          colorscale: [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]], showscale: false, hoverinfo: "skip", marker: { line: { color: shown.map(m.colour), width: 2.5 } } },
        { type: "scattergeo", mode: "markers", lon: points.map(function (p) { return p[1]; }), lat: points.map(function (p) { return p[2]; }),
          customdata: codes, hoverinfo: "none", marker: marker }
      ],
      layout: Object.assign({}, held.layout, { meta: { year: year, areas: chosen.slice() } })
    };
  };

  function size(cell) { return cell && cell.value !== null ? map.circle(cell.value) : 0; }

  /* A state always has its marker; a territory has one where this slice knows it. */
  function seen(code) { return within(code) && (/^(member|observer)$/.test(m.basics.areas[code][1]) || !!m.held.map.areas[code]); }

  function stepped(colours) {
    var steps = [];
    colours.forEach(function (colour, i) { steps.push([i / colours.length, colour], [(i + 1) / colours.length, colour]); });
    return steps;
  }

  /* What the drawn shapes stand for; while it stays the same only fills change. */
  function form() { return [m.held.map.layout.uirevision, m.held.map.mappable].join(); }

  /* The map of a new answer: filled directly where the same shapes are drawn already, else drawn by the library. */
  map.answer = function () {
    if (map.div() && shapes && drawnAs === form()) { map.step(); map.outline(); return; }
    map.marks(); // the legend does not wait for the library
    map.redraw();
  };

  map.redraw = function () {
    window.clearTimeout(level);
    level = null;
    var first = !map.div();
    shapes = null;
    drawnAs = form();
    m.later(m.draw.figure("map", map.figure(m.year())), function () {
      map.drawn();
      if (!first) return;
      document.querySelectorAll("#map > svg.early").forEach(function (early) { early.remove(); }); // in the frame that shows the library's own
      m.drawnFirst("map");
    });
  };

  /* The legend's marks need no drawn shapes. */
  map.marks = function () {
    var look = looks(m.year()), kinds = {};
    m.basics.ground.shapes.forEach(function (code) { kinds[kindOf(look(code))] = true; });
    m.words.marks(kinds, map.uniform(m.year()));
  };

  /* Circles leave room for one kind of pattern only: land without data. */
  function kindOf(one) { return m.held.map.mappable || one.kind === "none" ? one.kind : ""; }

  /* After the library has drawn: find its shapes again and lay the patterns, which it knows nothing of. */
  map.drawn = function () {
    var gd = map.div();
    if (!gd || !m.held.map) return;
    var markers = gd.querySelectorAll(".geo .scatterlayer path.point"), points = gd.data[MARKERS].customdata;
    shapes = {
      areas: Array.prototype.filter.call(gd.querySelectorAll(".choroplethlayer g.trace:first-child path"), function (p) { return p.__data__ && p.__data__.loc; })
        .map(function (p) { return { code: p.__data__.loc, path: p, fill: "" }; }),
      markers: markers.length === points.length ? points.map(function (code, i) { return { code: code, path: markers[i], fill: "", bare: m.held.map.mappable && !seen(code) }; }) : []
    };
    m.reach.forget();
    overlay().replaceChildren();
    gd.querySelectorAll(".choroplethlayer g.trace").forEach(function (trace) { trace.style.display = ""; });
    if (gd.layout.meta.year === null) fill(); // resized or dragged while a year step rests
    else if (gd.layout.meta.year !== m.year() || gd.layout.meta.areas.join() !== m.chosen().join()) map.redraw(); else fill();
  };

  /* A year step, no more than colour on shapes that are there already. */
  map.step = function () {
    if (!shapes || drawnAs !== form()) return;
    fill();
    map.div().layout.meta = { year: null, areas: map.div().layout.meta.areas }; // the library's own state is of no year until it is level
    window.clearTimeout(level);
    level = window.setTimeout(rest, REST);
  };

  /* The library's own state, for its hover, its exports and its redraws, at the year that is seen. */
  function rest() {
    level = null;
    if (m.controls.playing() || m.moving()) { level = window.setTimeout(rest, REST); return; }
    map.redraw();
  }

  function fill() {
    var held = m.held.map, year = m.year(), look = looks(year), colours = held.head.classes.colours, kinds = {};
    patterns(map.div());
    shapes.areas.forEach(function (shape) {
      var one = look(shape.code), kind = kindOf(one);
      kinds[kind] = true;
      var paint = m.basics.grounds[kind] ? "url(#hatch-" + kind + ")"
        : !held.mappable || one.cls < 0 ? m.basics.no_data : kind ? "url(#hatch-" + kind + "-" + one.cls + ")" : colours[one.cls];
      if (shape.fill !== paint) { shape.path.style.fill = shape.fill = paint; shape.path.dataset.kind = kind; }
    });
    shapes.markers.forEach(function (shape) {
      var one = look(shape.code);
      if (!held.mappable) { shape.path.setAttribute("d", disc(size(one.cell) / 2)); return; }
      shape.path.style.display = seen(shape.code) ? "" : "none";
      if (shape.bare) { shape.path.setAttribute("d", disc(m.basics.marker / 2)); shape.bare = false; }
      var paint = one.cls < 0 ? m.basics.no_data : colours[one.cls];
      if (shape.fill !== paint) { shape.path.style.fill = shape.fill = paint; }
    });
    m.words.marks(kinds, map.uniform(year));
  }

  function disc(r) { return "M" + r + ",0A" + r + "," + r + " 0 1,1 0,-" + r + "A" + r + "," + r + " 0 0,1 " + r + ",0Z"; }

  function tile(id, kind, under) {
    var one = m.basics.patterns[kind], size = one[0];
    return '<pattern id="' + id + '" width="' + size + '" height="' + size + '" patternUnits="userSpaceOnUse" patternTransform="' + one[1] + '">' +
      '<rect width="' + size + '" height="' + size + '" fill="' + under + '"/>' + one[2] + "</pattern>";
  }

  /* A tile for each pattern on each class colour, made anew only where the colours are others. */
  function patterns(gd) {
    var svg = gd.querySelector("svg.main-svg"), colours = m.held.map.head.classes.colours, defs = svg.querySelector("#hatches");
    if (defs && defs.dataset.colours === colours.join()) return;
    if (!defs) {
      defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
      defs.id = "hatches";
      svg.insertBefore(defs, svg.firstChild);
    }
    defs.dataset.colours = colours.join();
    defs.innerHTML = Object.keys(m.basics.patterns).map(function (kind) {
      if (m.basics.grounds[kind]) return tile("hatch-" + kind, kind, m.basics.grounds[kind]);
      return colours.map(function (colour, i) { return tile("hatch-" + kind + "-" + i, kind, colour); }).join("");
    }).join("");
  }

  /* Our own layer over the areas. It stands beside the library's layers, never inside one: the library redraws
     whatever path it finds in its own. */
  function overlay() {
    var layer = map.div().querySelector(".choroplethlayer"), over = layer.parentNode.querySelector("g.ours");
    if (over) return over;
    over = document.createElementNS("http://www.w3.org/2000/svg", "g");
    over.setAttribute("class", "ours");
    over.setAttribute("pointer-events", "none");
    return layer.parentNode.insertBefore(over, layer.nextSibling);
  }

  function traced(shape, name, colour) {
    var copy = document.createElementNS("http://www.w3.org/2000/svg", "path");
    copy.setAttribute("d", shape.path.getAttribute("d"));
    copy.setAttribute("data-area", shape.code);
    copy.setAttribute("class", name);
    if (colour) copy.style.stroke = colour;
    return copy;
  }

  /* Outlines of the chosen at once, in our layer; the library draws them itself when the map rests. */
  map.outline = function () {
    var gd = map.div();
    if (!gd || !shapes || gd.layout.meta.areas.join() === m.chosen().join()) return;
    var chosen = m.chosen(), over = overlay();
    gd.querySelectorAll(".choroplethlayer g.trace:nth-child(n + 2)").forEach(function (trace) { trace.style.display = "none"; });
    over.replaceChildren.apply(over, shapes.areas.filter(function (shape) {
      return chosen.indexOf(shape.code) >= 0 && within(shape.code) && shape.path.getAttribute("d");
    }).map(function (shape) { return traced(shape, "outline", m.colour(shape.code)); }));
    shapes.markers.forEach(function (shape) {
      shape.path.style.stroke = m.colour(shape.code) || m.basics.ink_faint;
      shape.path.style.strokeWidth = chosen.indexOf(shape.code) >= 0 ? "2.5px" : "0.8px";
    });
    window.clearTimeout(level);
    level = window.setTimeout(rest, REST);
  };

  /* The drawn paths of the countries, each bound to its code by the library. */
  map.shapes = function () { return shapes ? shapes.areas.map(function (shape) { return shape.path; }) : []; };

  /* The outline of the country that is pointed at anywhere on the page. */
  map.point = function (code) {
    if (!shapes || !map.div()) return;
    map.div().querySelectorAll("path.pointed").forEach(function (p) {
      if (p.parentNode.getAttribute("class") === "ours") p.remove(); else p.classList.remove("pointed");
    });
    if (!code) return;
    var find = function (shape) { return shape.code === code && shape.path.getAttribute("d"); };
    var area = shapes.areas.find(find), marker = shapes.markers.find(find);
    if (area) overlay().appendChild(traced(area, "pointed"));
    if (marker) marker.path.classList.add("pointed");
  };

  /* Dragging and zooming move the library's paths only: ours go, and come back with the next drawing. */
  map.moved = function () { m.reach.forget(); if (map.div()) overlay().replaceChildren(); };
})((window.monitor = window.monitor || {}));
