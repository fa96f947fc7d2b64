/* Which country is at a pixel of the map. The library's own answer knows neither that a marker hides a neighbour nor that
   a state of three pixels is hard to hit; here small things share the ground between them, each the part nearest to it. */
(function (m) {
  "use strict";
  var reach = (m.reach = {}), TINY = 9, held = null;

  /* The drawn shapes have changed or moved. */
  reach.forget = function () { held = null; };

  function place(gd) { var b = gd.getBoundingClientRect(); return [b.left, b.top, b.width, b.height].join(); }

  function measure() {
    var gd = m.map.div(), codes = gd.data[2].customdata, lands = {}, dots = [];
    m.map.shapes().forEach(function (path) {
      var box = path.getBoundingClientRect(), land = { code: path.__data__.loc, path: path, box: box, matrix: path.getScreenCTM().inverse(), tiny: box.width < TINY && box.height < TINY };
      if (box.width > 0 || box.height > 0) lands[land.code] = land;
    });
    gd.querySelectorAll(".geo .scatterlayer path.point").forEach(function (path) {
      var box = path.getBoundingClientRect(), code = codes[path.__data__.i], r = box.width / 2, land = lands[code];
      if (r < 1 && land && !land.tiny) return;  // a count without a circle: the land itself answers
      dots.push({ code: code, x: box.x + box.width / 2, y: box.y + box.height / 2, r: Math.max(r, 3) });
    });
    var marked = new Set(dots.map(function (dot) { return dot.code; }));
    Object.keys(lands).forEach(function (code) {
      var land = lands[code];
      if (land.tiny && !marked.has(code)) dots.push({ code: code, x: land.box.x + land.box.width / 2, y: land.box.y + land.box.height / 2, r: 2.5, land: true });
    });
    return { dots: dots, lands: Object.keys(lands).map(function (code) { return lands[code]; }), at: place(gd) };
  }

  /* The code of the country at a place of the window, null at sea. A finger is given more room than a mouse. */
  reach.at = function (x, y, room) {
    var gd = m.map.div();
    if (!gd || !gd.data || gd.data.length < 3) return null;
    if (!held || held.at !== place(gd)) held = measure();
    var inside = held.lands.find(function (land) {
      var b = land.box;
      return x >= b.left && x <= b.right && y >= b.top && y <= b.bottom && land.path.isPointInFill(new DOMPoint(x, y).matrixTransform(land.matrix));
    });
    var best = null, least = 1;
    held.dots.forEach(function (dot) {
      var r = (dot.land && inside && inside.code === dot.code ? 5 : dot.r) + (room || 0), far = Math.hypot(dot.x - x, dot.y - y) / r;
      if (far < least || (far === least && best && best.land)) { least = far; best = dot; }
    });
    if (best && !(best.land && inside && inside.tiny)) return best.code;
    return inside ? inside.code : null;
  };

  /* `over(code, event, isNew)`, `click(code)` and `out()` for the map's element. A drag is no click. */
  reach.listen = function (gd, over, click, out) {
    var down = null, now = null;
    gd.addEventListener("pointerdown", function (event) { down = [event.clientX, event.clientY]; }, true);
    gd.addEventListener("pointermove", function (event) {
      if (event.buttons) { if (now) out(); now = null; return; }
      var code = reach.at(event.clientX, event.clientY);
      if (code) over(code, event, code !== now);
      else if (now) out();
      now = code;
    });
    gd.addEventListener("pointerleave", function () { now = null; });
    gd.addEventListener("click", function (event) {
      if (!down || Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 5) return;
      // what the card names is what is chosen: a click comes in whole pixels, a move in parts of one
      var code = event.pointerType === "touch" ? reach.at(event.clientX, event.clientY, 6) : now || reach.at(event.clientX, event.clientY);
      if (code) click(code);
    }, true);
  };
})((window.monitor = window.monitor || {}));
