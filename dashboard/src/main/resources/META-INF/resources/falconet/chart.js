// <falconet-chart>: draws the ECharts option that it is given as JSON, follows its own size, and tells of clicked points.
(() => {
  if (customElements.get('falconet-chart')) return;

  const escaped = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  const magnitude = value => {
    const a = Math.abs(value);
    if (a >= 1e9) return [1e9, ' G'];
    if (a >= 1e6) return [1e6, ' M'];
    if (a >= 1e3) return [1e3, ' k'];
    return [1, ''];
  };

  const functions = {
    // 1234567 -> 1.23 M
    count: value => {
      const [unit, suffix] = magnitude(value);
      return +(value / unit).toPrecision(3) + suffix;
    },
    number: value => String(+(+value).toPrecision(4)),
    percent: value => +(100 * value).toPrecision(3) + ' %',
    key: params => params.data.key,
    pointLabel: params => params.data.text,
    tip: params => {
      const tip = params.data && params.data.tip;
      if (!tip) return '';
      const rows = tip.lines.map(([what, is]) => `<tr><td>${escaped(what)}</td><td>${escaped(is)}</td></tr>`);
      return `<div class="chart-tip"><b>${escaped(tip.title)}</b><table>${rows.join('')}</table></div>`;
    },
    // The interval of a point along x: [x, y, low, high]
    intervalX: (params, api) => interval(api, [api.value(2), api.value(1)], [api.value(3), api.value(1)], [4, 0]),
    intervalY: (params, api) => interval(api, [api.value(0), api.value(2)], [api.value(0), api.value(3)], [0, 4]),
    // A bar on a lane: [from, lane, to]
    stint: (params, api) => {
      const from = api.coord([api.value(0), api.value(1)]), to = api.coord([api.value(2), api.value(1)]);
      const height = Math.min(16, 0.75 * api.size([0, 1])[1]);
      const shape = { x: from[0], y: from[1] - height / 2, width: Math.max(2, to[0] - from[0] - 1), height, r: 2 };
      return { type: 'rect', shape, style: { fill: api.visual('color') } };
    },
  };

  const interval = (api, from, to, [across, up]) => {
    const a = api.coord(from), b = api.coord(to);
    const style = { stroke: api.visual('color'), lineWidth: 1.25, fill: null };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
    return {
      type: 'group',
      children: [line(...a, ...b), ...[a, b].map(([x, y]) => line(x - up, y - across, x + up, y + across))],
    };
  };

  class FalconetChart extends HTMLElement {
    constructor() {
      super();
      const early = Object.prototype.hasOwnProperty.call(this, 'option') ? this.option : undefined;
      delete this.option;
      this._option = early;
    }

    get option() { return this._option; }
    set option(json) { this._option = json; this._draw(); }

    connectedCallback() {
      this._canvas = document.createElement('div');
      this._canvas.style.cssText = 'width:100%;height:100%';
      this.replaceChildren(this._canvas);
      this._sizes = new ResizeObserver(() => this._chart && this._chart.resize());
      this._sizes.observe(this);
      this._draw();
    }

    disconnectedCallback() {
      this._sizes.disconnect();
      if (this._chart) this._chart.dispose();
      this._chart = undefined;
    }

    _draw() {
      if (!this._option || !this.isConnected) return;
      if (!window.echarts) { setTimeout(() => this._draw(), 20); return; }
      if (!this._chart) {
        this._chart = echarts.init(this._canvas);
        this._chart.on('finished', () => { this.drawn = true; });
        this._chart.on('click', params => {
          const key = params.data && params.data.key;
          if (key !== undefined) this.dispatchEvent(new CustomEvent('point-click', { detail: { key: String(key) } }));
        });
      }
      this.drawn = false;
      const styles = getComputedStyle(this);
      const option = JSON.parse(this._option, (name, value) => {
        if (typeof value !== 'string') return value;
        if (value.startsWith('fn:')) return functions[value.slice(3)];
        if (value.startsWith('var:')) return styles.getPropertyValue(value.slice(4)).trim();
        return value;
      });
      this._chart.setOption(option, { replaceMerge: ['series', 'graphic'] });
    }

    // The keys of the points of one series, or of all.
    keys(name) {
      const series = this._chart ? this._chart.getOption().series : [];
      return series.filter(s => !name || s.name === name)
        .flatMap(s => (s.data || []).map(p => p.key)).filter(key => key !== undefined);
    }

    // Where the point with that key is in the window, in CSS pixels; undefined if there is none.
    place(key) {
      if (!this._chart) return undefined;
      const series = this._chart.getOption().series;
      for (let i = 0; i < series.length; i++) {
        const point = (series[i].data || []).find(p => p && String(p.key) === String(key));
        if (point) {
          const [x, y] = this._chart.convertToPixel({ seriesIndex: i }, point.value.slice(0, 2));
          const box = this._canvas.getBoundingClientRect();
          return { x: box.left + x, y: box.top + y };
        }
      }
      return undefined;
    }
  }
  customElements.define('falconet-chart', FalconetChart);
})();
