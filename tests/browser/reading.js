/* What is really drawn: read from the shapes on the page and the data the chart library bound to them, never from the
   page's own variables. The tests hold it against the release. Put into every page before its own scripts. */
(function () {
  "use strict";
  var drawn = (window.drawn = {});

  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function chart(panel) { return document.querySelector("#" + panel + " .js-plotly-plot"); }
  function text(selector) { var node = document.querySelector(selector); return node ? node.textContent.trim() : null; }
  function traceOf(group) { var bound = group.__data__; return bound && bound[0] ? bound[0].trace : null; }

  drawn.areaPaths = function (index) {
    return all("#map .choroplethlayer g.trace").filter(function (g) { var t = traceOf(g); return t && t.index === index; })
      .reduce(function (paths, g) { return paths.concat(all("path", g)); }, [])
      .filter(function (p) { return p.__data__ && p.__data__.loc && p.getAttribute("d"); });
  };

  drawn.markers = function () {
    var gd = chart("map"), codes = gd && gd.data && gd.data[2] ? gd.data[2].customdata : [];
    return all("#map .scatterlayer path.point").map(function (p) { return { code: codes[p.__data__.i], path: p, size: p.__data__.mrc * 2, mc: p.__data__.mc }; });
  };

  /* The colour of a shape; under a pattern the colour of its ground. */
  function paint(p) {
    var fill = p.style.fill || p.getAttribute("fill") || "", tile = /url\(["']?#([^"')]+)/.exec(fill);
    var ground = tile && document.getElementById(tile[1]) && document.getElementById(tile[1]).querySelector("rect");
    if (!ground) return fill;
    var probe = document.createElement("i");
    probe.style.color = ground.getAttribute("fill");
    return probe.style.color;
  }

  drawn.map = function () {
    var gd = chart("map"), areas = {}, fills = {}, outlines = {}, markers = {}, patterns = {};
    drawn.areaPaths(0).forEach(function (p) { areas[p.__data__.loc] = p.__data__.z; fills[p.__data__.loc] = paint(p); });
    drawn.areaPaths(1).forEach(function (p) { outlines[p.__data__.loc] = p.style.stroke; });
    drawn.markers().forEach(function (m) {
      markers[m.code] = { colour: m.mc, size: m.size, width: m.path.getBoundingClientRect().width, fill: m.path.style.fill, stroke: m.path.style.stroke, line: parseFloat(m.path.style.strokeWidth) };
    });
    drawn.areaPaths(0).forEach(function (p) { if (p.dataset.kind) patterns[p.__data__.loc] = p.dataset.kind; });
    return { meta: gd && gd.layout ? gd.layout.meta : null, areas: areas, fills: fills, outlines: outlines, markers: markers, patterns: patterns };
  };

  function lines(panel) {
    return all("#" + panel + " .scatterlayer .trace").map(function (g) {
      var bound = g.__data__ || [], trace = traceOf(g) || {}, line = g.querySelector("path.js-line"), fill = g.querySelector("path.js-fill");
      return {
        name: trace.name || "", index: trace.index, mode: trace.mode, codes: trace.customdata ? Array.from(trace.customdata) : [],
        x: bound.map(function (c) { return c.x === false || c.x === undefined ? null : c.x; }), y: bound.map(function (c) { return c.y === false || c.y === undefined ? null : c.y; }),
        stroke: line ? line.style.stroke : null, d: line ? line.getAttribute("d") : null, fill: fill ? fill.getAttribute("d") : null,
        points: all("path.point", g).map(function (p) { return [p.__data__.x, p.__data__.y, p.style.fill, p.style.stroke, p.getAttribute("transform"), p.style.display || p.getAttribute("display") || ""]; }),
        texts: all("text", g).map(function (t) { return [t.textContent, t.getAttribute("x"), t.getAttribute("y")]; })
      };
    });
  }

  function words(panel) { return all("#" + panel + " .annotation-text").map(function (t) { return t.textContent; }); }
  function ticks(panel) { return all("#" + panel + " .xtick text, #" + panel + " .ytick text").map(function (t) { return t.textContent; }); }

  drawn.trend = function () {
    var gd = chart("trend"), mark = document.querySelector("#trend .shapelayer path, #trend .layer-below .shapelayer path");
    var shape = gd && gd.layout && gd.layout.shapes && gd.layout.shapes[0];
    return { lines: lines("trend"), year: shape ? shape.x0 : null, mark: mark ? mark.getAttribute("d") : null, words: words("trend"), ticks: ticks("trend") };
  };

  /* Names, numbers and labels beside the dots, from the top, where they stand. */
  function names() {
    var box = document.getElementById("breakdown").getBoundingClientRect();
    var own = function (selector) {
      return all("#breakdown .group-names " + selector).map(function (node) {
        var at = node.getBoundingClientRect();
        return { text: node.textContent, area: node.dataset.area || "", x: at.left - box.left, right: at.right - box.left, y: (at.top + at.bottom) / 2 - box.top };
      }).filter(function (one) { return one.text; }).sort(function (a, b) { return a.y - b.y || a.x - b.x; });
    };
    return { rows: own(".name"), numbers: own(".number:not(.heading)"), labels: own("div span"), heading: text("#breakdown .group-names .heading") || "" };
  }

  drawn.breakdown = function () {
    return { lines: lines("breakdown"), names: names(), words: words("breakdown"), ticks: ticks("breakdown"), legend: all("#groups .key").map(function (k) { return k.textContent; }), note: text("#breakdown-note") };
  };

  function ink(node) { return getComputedStyle(node).getPropertyValue("--own"); }

  drawn.ranking = function () {
    var pinned = true, own = all("#ranking tbody tr"), last = own.findIndex(function (r) { return r.classList.contains("last-pinned"); });
    return own.map(function (row, i) {
      pinned = i <= last;
      var cells = all("td, th", row);
      return { code: row.dataset.area, pinned: pinned, chosen: row.classList.contains("chosen"), colour: ink(row), place: Number(cells[0].textContent),
        name: cells[1].textContent, value: cells[2].textContent, year: cells[3] ? Number(cells[3].textContent) : 0, change: cells[4] ? cells[4].firstChild.textContent.trim() : "", since: cells[4] && cells[4].querySelector("small") ? "since " + cells[4].querySelector("small").textContent : "" };
    });
  };

  drawn.chips = function () {
    return all("#chips .chip").map(function (c) { return { code: c.dataset.area, colour: ink(c), text: c.querySelector("span").textContent }; });
  };

  drawn.words = function () {
    var slider = document.querySelector("#year input"), selects = {};
    all("select[data-key]").forEach(function (s) { selects[s.dataset.key] = s.value; });
    return { title: text("h1"), tab: document.title, subtitle: text("#subtitle"), sentence: text("#sentence"), year: text("#year-words"), legend: all("#legend .key").map(function (k) { return k.textContent; }),
      slider: slider ? [slider.min, slider.value, slider.max, slider.disabled] : null, selects: selects, source: text("#source"), about: text("#about"), invite: text("#chips .invite"),
      current: all("[data-indicator][aria-current]").map(function (a) { return a.dataset.indicator; }), address: window.location.search };
  };

  /* The whole page as one value; two pages that show the same have the same. */
  drawn.state = function () {
    return { words: drawn.words(), chips: drawn.chips(), map: drawn.map(), trend: drawn.trend(), breakdown: drawn.breakdown(), ranking: drawn.ranking() };
  };

  /* What an eye sees at a pixel: the marker on top there, else the land. The library listens on one sheet over the
     whole map and finds the country by sums of its own, so the page's element there says nothing. */
  function ground() {
    var areas = drawn.areaPaths(0).map(function (p) { return { code: p.__data__.loc, path: p, box: p.getBBox() }; });
    var inverse = areas.length ? areas[0].path.getScreenCTM().inverse() : null;
    var dots = drawn.markers().map(function (m) {
      var box = m.path.getBoundingClientRect();
      return { code: m.code, x: box.x + box.width / 2, y: box.y + box.height / 2, r: box.width / 2 };
    }).filter(function (d) { return d.r > 0.5; });
    return { dots: dots, areas: areas, at: function (x, y) {
      for (var i = dots.length - 1; i >= 0; i--) if (Math.hypot(dots[i].x - x, dots[i].y - y) <= dots[i].r) return dots[i].code;
      var q = new DOMPoint(x, y).matrixTransform(inverse), found = areas.find(function (a) {
        return q.x >= a.box.x && q.x <= a.box.x + a.box.width && q.y >= a.box.y && q.y <= a.box.y + a.box.height && a.path.isPointInFill(q);
      });
      return found ? found.code : null;
    } };
  }

  /* Where a hand would point to mean a country: the middle of its marker; else the pixel of its land furthest from any
     other thing; else, where markers hide all of it, the middle of its shape. */
  drawn.spot = function (code) {
    var world = ground(), best = null, frame = document.getElementById("map").getBoundingClientRect();
    var dot = world.dots.find(function (d) { return d.code === code; });
    if (dot) return [Math.round(dot.x), Math.round(dot.y), "marker"];
    function look(x, y, kind) {
      x = Math.round(x);
      y = Math.round(y);  // a mouse stands on whole pixels
      if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom || world.at(x, y) !== code) return;
      var room = 0;
      while (room < 8 && [[1, 0], [-1, 0], [0, 1], [0, -1]].every(function (d) { return world.at(x + d[0] * (room + 1), y + d[1] * (room + 1)) === code; })) room++;
      if (!best || room > best[3]) best = [x, y, kind, room];
    }
    world.areas.forEach(function (area) {
      if (area.code !== code) return;
      var matrix = area.path.getScreenCTM();
      area.path.getAttribute("d").split(/(?=M)/).forEach(function (part) {
        var xs = [], ys = [], match, pattern = /(-?[\d.]+(?:e-?\d+)?)[, ](-?[\d.]+(?:e-?\d+)?)/g;
        while ((match = pattern.exec(part))) { xs.push(Number(match[1])); ys.push(Number(match[2])); }
        if (!xs.length) return;
        var left = Math.min.apply(null, xs), right = Math.max.apply(null, xs), top = Math.min.apply(null, ys), bottom = Math.max.apply(null, ys);
        var step = Math.max(0.7, Math.sqrt((right - left) * (bottom - top)) / 14);
        for (var x = left + step / 2; x < right; x += step) for (var y = top + step / 2; y < bottom; y += step) {
          if (best && best[3] >= 8) return;
          var at = new DOMPoint(x, y).matrixTransform(matrix);
          look(at.x, at.y, "land");
        }
      });
    });
    if (best) return best;
    var hidden = world.areas.find(function (area) { return area.code === code; });
    if (!hidden) return null;
    var box = hidden.path.getBoundingClientRect();
    return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2), "hidden"];
  };

  /* Drawn to the end: nothing is waited for, the charts carry the year and countries that the words say. */
  drawn.ready = function () {
    if (!window.monitor || !window.monitor.held || document.querySelector(".waiting")) return false;
    if (["headline", "map", "trend", "breakdown"].some(function (panel) { return !window.monitor.held[panel]; })) return false;
    if (document.documentElement.dataset.dashIsLoading || document.querySelector("#ranking tr.rest")) return false;
    var gd = chart("map"), year = Number(text("#year-words")), chosen = drawn.chips().map(function (c) { return c.code; }).join();
    if (!gd || !gd.data || gd.data.length < 3 || !gd.layout.meta || gd.layout.meta.year !== year || gd.layout.meta.areas.join() !== chosen) return false;
    var paths = drawn.areaPaths(0), z = {};
    gd.data[0].locations.forEach(function (code, i) { z[code] = gd.data[0].z[i]; });
    if (paths.length < 20 || paths.some(function (p) { return p.__data__.z !== z[p.__data__.loc]; })) return false;
    if (drawn.markers().length !== gd.data[2].customdata.length) return false;
    var trend = chart("trend"), shape = trend && trend.layout && trend.layout.shapes && trend.layout.shapes[0];
    if (shape && shape.x0 !== year) return false;
    var groups = chart("breakdown"), dots = groups && groups.layout && groups.layout.meta, mark = groups && groups.layout && groups.layout.shapes && groups.layout.shapes[0];
    if ((dots && dots.year !== year) || (mark && mark.x0 !== year)) return false;
    return ["trend", "breakdown"].every(function (panel) { var c = chart(panel); return c && c._fullLayout && (!c.data.length || c.querySelector(".scatterlayer .trace")); });
  };

  /* Ready, and the same over eight frames: a late answer of the library's own would show. */
  drawn.settled = function (most) {
    return new Promise(function (resolve, reject) {
      var until = performance.now() + most, same = 0, before = "";
      (function look() {
        var now = drawn.ready() ? JSON.stringify(drawn.state()) : "";
        same = now && now === before ? same + 1 : 0;
        before = now;
        if (same >= 4) return resolve(JSON.parse(now));
        if (performance.now() > until) return reject(new Error("not settled: " + drawn.why()));
        window.setTimeout(function () { window.requestAnimationFrame(look); }, 20);
      })();
    });
  };

  drawn.why = function () {
    var gd = chart("map"), m = window.monitor || {};
    return JSON.stringify({ held: Object.keys(m.held || {}), waiting: all(".waiting").map(function (w) { return w.className; }), meta: gd && gd.layout && gd.layout.meta, year: text("#year-words"),
      chips: drawn.chips(), paths: drawn.areaPaths(0).length, traces: gd && gd.data && gd.data.length, markers: drawn.markers().length, trend: drawn.trend().year, ready: drawn.ready() });
  };
})();
