/* Charts are drawn by the library straight into their places, with no framework between an answer and its picture. */
(function (m) {
  "use strict";
  var draw = (m.draw = {});

  draw.div = function (panel) { return document.querySelector("#" + panel + " .js-plotly-plot"); };

  /* Draws a figure; the first time it makes the element and hears its events. */
  draw.figure = function (panel, figure) {
    var gd = draw.div(panel);
    var config = Object.assign({}, m.basics.config, { topojsonURL: m.basics.topojson, responsive: false });
    if (gd) return Plotly.react(gd, figure.data, figure.layout, config);
    gd = document.createElement("div");
    document.getElementById(panel).appendChild(gd);
    return Plotly.newPlot(gd, figure.data, figure.layout, config).then(function () { m.listen(panel, gd); return gd; });
  };

  /* The size of a box as the browser last laid it out: asking the box itself, after words have changed, would lay out the page at once. */
  var sizes = {};
  draw.size = function (id) { return sizes[id] || (sizes[id] = measured(id)); };
  function measured(id) { var box = document.getElementById(id); return [box.clientWidth, box.clientHeight]; }
  draw.watch = function (id, then) {
    new ResizeObserver(function () { sizes[id] = measured(id); then(); }).observe(document.getElementById(id));
  };

  /* A chart fills its panel, whatever has grown or shrunk beside it. */
  draw.fit = function (gd) {
    var box = gd.parentNode, full = gd._fullLayout;
    if (!full || !box.clientWidth || (Math.abs(full.width - box.clientWidth) < 1 && Math.abs(full.height - box.clientHeight) < 1)) return;
    return Plotly.Plots.resize(gd);
  };
})((window.monitor = window.monitor || {}));
