// The relation timeline, drawn by Plotly in the colours of the page.
"use strict";
(() => {
  const place = document.getElementById("chart"), told = JSON.parse(document.getElementById("figure").textContent);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const of = { 0: "ink", 1: "coop-wash", 2: "coop", 3: "conf-wash", 4: "conf" };
  const edge = { 1: "coop", 2: "coop", 3: "conf", 4: "conf" };
  const near = told.mirrored ? "right" : "left", far = told.mirrored ? "left" : "right";
  const five = (most) => [-most, -most / 2, 0, most / 2, most];
  function draw() {
    const traces = told.traces.map(({ quad, ...trace }) => ({
      ...trace,
      marker: { color: colour(of[quad]), line: { color: colour(edge[quad] ?? "ink"), width: 0.8 } },
      line: { color: colour("ink"), width: 1.6 },
    }));
    const axis = { gridcolor: colour("line"), zerolinecolor: colour("edge"), color: colour("soft") };
    const layout = {
      barmode: "relative",
      paper_bgcolor: colour("raised"),
      plot_bgcolor: colour("raised"),
      font: { family: getComputedStyle(document.body).fontFamily, color: colour("ink") },
      margin: { l: 56, r: 56, t: 24, b: 48 },
      legend: { orientation: "h", y: -0.15, x: told.mirrored ? 1 : 0, xanchor: near },
      hovermode: "closest",
      xaxis: { ...axis, type: "date", autorange: told.mirrored ? "reversed" : true, tickvals: told.days, ticktext: told.labels },
      yaxis: { ...axis, title: { text: told.events }, side: near, range: [-1.05 * told.most, 1.05 * told.most], tickvals: five(told.most), ticktext: told.counts },
      yaxis2: { ...axis, title: { text: told.score }, side: far, overlaying: "y", range: [-10.5, 10.5], showgrid: false, zeroline: false, tickvals: five(10), ticktext: told.scores },
      shapes: told.changes.map((change) => ({ type: "line", x0: change.day, x1: change.day, yref: "paper", y0: 0, y1: 1, line: { color: colour("accent"), dash: "dash", width: 1.5 } })),
      annotations: told.changes.map((change) => ({ x: change.day, y: 1, yref: "paper", text: change.text, showarrow: false, bgcolor: colour("accent"), font: { color: colour("on-accent") } })),
    };
    place.replaceChildren();
    Plotly.newPlot(place, traces, layout, { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["lasso2d", "select2d"] });
    place.on("plotly_click", ({ points }) => { const href = points[0].customdata?.[2]; if (href) location.href = href; });
  }
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
