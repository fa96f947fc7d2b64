/* What a reader sees, read from the drawn shapes: the fill of each country, where each point, bar and year mark stands.
   `expected` (JSON of seen.py): {map: {code: [r, g, b]}, lines: [[x, y], …], groups: [[x, y], …] or bars: [y, …], year,
   texts: {selector: number}}. Loaded before a page's own scripts, by all three programs alike. */
(function () {
  "use strict";
  var eyes = (window.eyes = {}), NEAR = 0.8; // pixels
  var IN_ROW = 6.5; // pixels that a dot may stand above or below the middle of its row, where it would cover another
  var PATIENCE = 30000; // ms after which a view that is still wrong is a fault, however busy the machine
  var OFF_VIEW = 2; // areas with an outline that lies outside the window, such as Antarctica's
  var graph = {
    ours: { map: "#map .js-plotly-plot", lines: "#trend .js-plotly-plot", groups: "#breakdown .js-plotly-plot" },
    floor: { map: "#map", lines: "#lines", groups: "#bars" },
    "stock Dash": { map: "#map .js-plotly-plot", lines: "#lines .js-plotly-plot", groups: "#bars .js-plotly-plot" }
  };
  var parsed = {};
  function rgb(text) { return parsed[text] || (parsed[text] = colour(text)); }
  function colour(text) {
    if (text[0] === "#") return [1, 3, 5].map(function (i) { return parseInt(text.slice(i, i + 2), 16); });
    return (text.match(/[\d.]+/g) || []).map(Number);
  }
  /* A shape's colour; under a pattern the one that the pattern lies on. */
  function fill(path) {
    var paint = path.style.fill || path.getAttribute("fill") || getComputedStyle(path).fill, id = /^url\("?#([^")]+)"?\)/.exec(paint);
    var ground = id && document.getElementById(id[1]);
    return ground ? ground.querySelector("rect").getAttribute("fill") : paint;
  }
  function numbers(text) { return (text || "").match(/-?[\d.]+(?:e-?\d+)?/g).map(Number); }
  function far(a, b) { return !(Math.abs(a - b) < NEAR); }

  function map(box, expected) {
    var paths = box.querySelectorAll(".choroplethlayer g.trace:first-child path"), found = 0;
    if (!paths.length) paths = box.querySelectorAll("svg path[data-area]");
    for (var i = 0; i < paths.length; i++) {
      var path = paths[i], code = path.__data__ ? path.__data__.loc : path.dataset.area;
      if (!code || !path.getAttribute("d")) continue;
      var now = rgb(fill(path)), want = expected[code];
      if (!want || !(now.length >= 3) || now.some(function (part, k) { return k < 3 && Math.abs(part - want[k]) > 1.5; })) return "map " + code;
      found++;
    }
    return Object.keys(expected).length - found <= OFF_VIEW ? "" : "map: " + found + " countries";
  }

  function points(gd, expected, room) {
    var x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis, drawn = gd.querySelectorAll(".scatterlayer path.point"), at = 0;
    for (var i = 0; i < drawn.length; i++) {
      if (drawn[i].style.display === "none" || drawn[i].getAttribute("display") === "none" || !drawn[i].getAttribute("transform")) continue;
      var place = numbers(drawn[i].getAttribute("transform")), want = expected[at++];
      if (!want || far(place[0], x.l2p(want[0])) || !(Math.abs(place[1] - y.l2p(want[1])) < (room || NEAR))) return "point " + at;
    }
    return at === expected.length ? "" : "points: " + at;
  }

  /* Lines without marks: the corners of each, one after the other. */
  function corners(gd, expected) {
    var x = gd._fullLayout.xaxis, y = gd._fullLayout.yaxis, at = 0;
    var paths = Array.prototype.filter.call(gd.querySelectorAll(".scatterlayer .trace"), function (trace) {
      return trace.__data__[0].trace.customdata && trace.__data__[0].trace.customdata[0];
    });
    for (var i = 0; i < paths.length; i++) {
      var path = paths[i].querySelector("path.js-line"), places = path ? numbers(path.getAttribute("d")) : [];
      for (var k = 0; k + 1 < places.length; k += 2) {
        var want = expected[at++];
        if (!want || far(places[k], x.l2p(want[0])) || far(places[k + 1], y.l2p(want[1]))) return "corner " + at;
      }
    }
    return at === expected.length ? "" : "corners: " + at;
  }

  /* Tops of the bars, in whatever order the library has put them. */
  function bars(gd, expected) {
    var y = gd._fullLayout.yaxis, tops = [];
    gd.querySelectorAll(".barlayer .point path").forEach(function (path) {
      var d = path.getAttribute("d");
      var sides = d && d !== "M0,0Z" ? numbers(d) : [0, 0, 0];
      if (sides[1] !== sides[2]) tops.push(sides[2]); // the library draws some missing values as bars without height
    });
    tops.sort(function (a, b) { return b - a; });
    var want = expected.filter(function (value) { return value !== 0; }).sort(function (a, b) { return a - b; }); // a bar of nothing is not drawn
    for (var i = 0; i < want.length; i++) if (!(i < tops.length) || far(tops[i], y.l2p(want[i]))) return "bar " + i;
    return tops.length === want.length ? "" : "bars: " + tops.length;
  }

  function mark(gd, year) {
    var x = gd._fullLayout.xaxis, path = gd.querySelector(".shapelayer path");
    return !path || far(numbers(path.getAttribute("d"))[0], x._offset + x.l2p(year)) ? "year mark" : "";
  }

  function texts(expected) {
    for (var selector in expected) {
      var node = document.querySelector(selector), want = expected[selector];
      if (!node || Math.abs(Number(node.textContent.replace("\u2212", "-").replace(/[^\d.-]/g, "")) - want[0]) > want[1]) return "text " + selector;
    }
    return "";
  }

  /* "" where the page shows what is expected in every view, else what is not right yet. */
  eyes.wrong = function (program, expected) {
    var boxes = graph[program], box = document.querySelector(boxes.map), lines = document.querySelector(boxes.lines), groups = document.querySelector(boxes.groups);
    if (!box || !lines || !groups || !lines._fullLayout || !groups._fullLayout || !lines._fullLayout.xaxis || !groups._fullLayout.yaxis) return "not there";
    return map(box, expected.map) || mark(lines, expected.year) || (program === "ours" ? corners : points)(lines, expected.lines) || texts(expected.texts) ||
      (expected.bars ? bars(groups, expected.bars) : points(groups, expected.groups, program === "ours" ? IN_ROW : NEAR));
  };

  /* Milliseconds from `start` until every view is right, looked at once a frame; what was wrong after `patience` ms. */
  eyes.until = function (program, view, start, patience) {
    var expected = JSON.parse(view);
    return new Promise(function (done) {
      (function look() {
        var wrong = eyes.wrong(program, expected), now = performance.now();
        if (!wrong) done(now - start);
        else if (now - start > patience) done(wrong);
        else requestAnimationFrame(look);
      })();
    });
  };

  /* What the reader does. */
  eyes.toYear = function (program, year, settled) {
    if (program === "stock Dash") return window.dash_clientside.set_props("year", { value: year });
    var slider = document.querySelector(program === "ours" ? "#year input" : "#year");
    slider.value = year;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    if (settled) slider.dispatchEvent(new Event("change", { bubbles: true }));
  };
  eyes.toIndicator = function (program, key) {
    if (program === "stock Dash") return window.dash_clientside.set_props("indicator", { value: key });
    if (program === "ours") return document.querySelector('a[data-indicator="' + key + '"]').click();
    var list = document.getElementById("indicator");
    list.value = key;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };
  eyes.after = function (act, program, view) {
    var start = performance.now();
    act();
    return eyes.until(program, view, start, PATIENCE);
  };
  /* `eyes.clicked` tells how long it took from the moment that the mouse button is let go. */
  eyes.beforeClick = function (program, view) {
    eyes.clicked = new Promise(function (done) {
      document.addEventListener("mouseup", function (event) { eyes.until(program, view, event.timeStamp, PATIENCE).then(done); }, { capture: true, once: true });
    });
  };
  eyes.middleOf = function (program, code) {
    var box = document.querySelector(graph[program].map), found = null;
    box.querySelectorAll(".choroplethlayer g.trace:first-child path").forEach(function (path) { if (path.__data__ && path.__data__.loc === code) found = path; });
    var at = found.getBoundingClientRect();
    return [at.left + at.width / 2, at.top + at.height / 2];
  };

  /* Steps through `steps` ([year, expected]) one every `pause` ms, watching each frame. A page that is busy misses steps, as it
     misses places of a pointer that moves on. {seen: different steps really seen
     in all views, settled: ms from the last step until it was right, seconds}. */
  eyes.drag = function (program, steps, pause) {
    steps = steps.map(function (step) { return [step[0], JSON.parse(step[1])]; });
    return new Promise(function (done) {
      var begun = performance.now(), given = -1, last = 0, seen = 0, reached = -1;
      function step() {
        last = performance.now();
        given = Math.min(Math.max(given + 1, Math.floor((last - begun) / pause)), steps.length - 1);
        eyes.toYear(program, steps[given][0], given === steps.length - 1);
        if (given < steps.length - 1) setTimeout(step, Math.max(0, begun + (given + 1) * pause - performance.now()));
      }
      function look() {
        for (var i = given; i > reached; i--) {
          if (!eyes.wrong(program, steps[i][1])) { reached = i; seen++; break; }
        }
        var now = performance.now();
        if (reached === steps.length - 1 || now - begun > steps.length * pause + PATIENCE) done({ seen: seen, settled: now - last, seconds: (now - begun) / 1000 });
        else requestAnimationFrame(look);
      }
      step();
      look();
    });
  };
})();
