import type uPlot from 'uplot';

/** Draws a small triangle on the time axis under each marked week. */
export function markers(marked: boolean[], colour: string): (plot: uPlot) => void {
  return (plot) => {
    const { ctx } = plot;
    const size = 5 * devicePixelRatio;
    const base = plot.bbox.top + plot.bbox.height;
    ctx.save();
    ctx.fillStyle = colour;
    marked.forEach((isMarked, at) => {
      if (isMarked) {
        const x = plot.valToPos(at, 'x', true);
        ctx.beginPath();
        ctx.moveTo(x, base - 1.7 * size);
        ctx.lineTo(x - size, base);
        ctx.lineTo(x + size, base);
        ctx.closePath();
        ctx.fill();
      }
    });
    ctx.restore();
  };
}
