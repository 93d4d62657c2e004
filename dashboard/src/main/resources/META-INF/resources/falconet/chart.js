// <falconet-chart>: draws the ECharts option that it is given as JSON, follows its own size, and tells of points that are
// clicked or pointed at, and of what is chosen with the mouse: a part of a plane, or of one of parallel axes.
(() => {
  if (customElements.get('falconet-chart')) return;

  const escaped = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  // A point is an object with a key, or bare values: of a plane [x, y, key], of parallel axes [..., key].
  const keyOf = params => {
    const data = params.data;
    if (!Array.isArray(data)) return data ? data.key : undefined;
    return params.seriesType === 'parallel' ? data[data.length - 1] : data[2];
  };

  const told = tip => {
    const rows = tip.lines.map(([what, is]) => `<tr><td>${escaped(what)}</td><td>${escaped(is)}</td></tr>`);
    return `<div class="chart-tip"><b>${escaped(tip.title)}</b><table>${rows.join('')}</table></div>`;
  };

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
    key: params => keyOf(params),
    pointLabel: params => params.data.text,
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
      this._tips = new Map();
      this._functions = { ...functions, tip: (params, ticket, done) => this._tip(params, ticket, done) };
    }

    get option() { return this._option; }
    // Drawn after what else a message from the server changed is shown.
    set option(json) {
      this._option = json;
      this.drawn = false;
      clearTimeout(this._due);
      this._due = setTimeout(() => this._draw(), 0);
    }

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
      if (!this._chart) this._begin();
      this.drawn = false;
      this._tips.clear();
      const styles = getComputedStyle(this);
      const option = JSON.parse(this._option, (name, value) => {
        if (typeof value !== 'string') return value;
        if (value.startsWith('fn:')) return this._functions[value.slice(3)];
        if (value.startsWith('var:')) return styles.getPropertyValue(value.slice(4)).trim();
        return value;
      });
      const parallel = Boolean(option.parallelAxis);
      this._chart.setOption(option, parallel ? { notMerge: true } : { replaceMerge: ['series', 'graphic'] });
      if (parallel) this._choose(option.parallelAxis);
    }

    _begin() {
      this._chart = echarts.init(this._canvas);
      this._chart.on('finished', () => {
        this.drawn = true;
        this.firstDrawn = this.firstDrawn || performance.now();
      });
      this._chart.on('click', params => {
        const key = keyOf(params);
        if (key !== undefined) this._say('point-click', { key: String(key) });
      });
      this._chart.on('axisareaselected', ({ parallelAxisId, intervals }) => {
        if (this._choosing || !intervals) return;
        const ends = intervals.flat();
        const some = ends.length > 0;
        this._say('axis-chosen', {
          axis: parallelAxisId, some, low: some ? Math.min(...ends) : 0, high: some ? Math.max(...ends) : 0,
        });
      });
      if (this.hasAttribute('area')) this._letChooseArea();
    }

    _say(what, detail) { this.dispatchEvent(new CustomEvent(what, { detail })); }

    // Marks what is chosen on parallel axes; that is no choice of the reader's.
    _choose(axes) {
      this._choosing = true;
      for (const axis of axes) {
        if (axis.chosen) {
          this._chart.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: axis.id, intervals: [axis.chosen] });
        }
      }
      this._choosing = false;
    }

    // A point's own tip, or the one that the server tells when it is asked, once.
    _tip(params, ticket, done) {
      const data = params.data;
      if (data && data.tip) return told(data.tip);
      const key = keyOf(params);
      if (key === undefined || params.seriesType === 'line') return '';
      const known = this._tips.get(String(key));
      if (known) return told(known);
      clearTimeout(this._asking);
      this._wanted = { key: String(key), done: html => done(ticket, html) };
      this._asking = setTimeout(() => this._say('tip-wanted', { key: String(key) }), 30);
      return `<div class="chart-tip"><b>Trial ${escaped(key)}</b></div>`;
    }

    // What the server tells of a point.
    tell(key, tip) {
      this._tips.set(key, JSON.parse(tip));
      if (this._wanted && this._wanted.key === key) this._wanted.done(told(this._tips.get(key)));
    }

    // A rectangle that is drawn with the mouse chooses the part of the plane below it.
    _letChooseArea() {
      const frame = document.createElement('div');
      frame.className = 'chosen-area';
      let from;
      const to = event => {
        const box = this._canvas.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
      };
      const move = event => {
        const [x, y] = to(event);
        if (!frame.isConnected && Math.hypot(x - from[0], y - from[1]) < 6) return;
        if (!frame.isConnected) this.appendChild(frame);
        this._chart.dispatchAction({ type: 'hideTip' });
        frame.style.left = Math.min(x, from[0]) + 'px';
        frame.style.top = Math.min(y, from[1]) + 'px';
        frame.style.width = Math.abs(x - from[0]) + 'px';
        frame.style.height = Math.abs(y - from[1]) + 'px';
      };
      const end = event => {
        window.removeEventListener('mousemove', move);
        window.removeEventListener('mouseup', end);
        if (!frame.isConnected) return;
        frame.remove();
        const [a, b] = [from, to(event)].map(at => this._chart.convertFromPixel({ gridIndex: 0 }, at));
        this._say('area-chosen', {
          left: Math.min(a[0], b[0]), right: Math.max(a[0], b[0]),
          bottom: Math.min(a[1], b[1]), top: Math.max(a[1], b[1]),
        });
      };
      this._canvas.addEventListener('mousedown', event => {
        const at = to(event);
        if (event.button !== 0 || !this._chart.containPixel({ gridIndex: 0 }, at)) return;
        from = at;
        event.preventDefault();
        window.addEventListener('mousemove', move);
        window.addEventListener('mouseup', end);
      });
    }

    // The keys of the points of one series, or of all.
    keys(name) {
      const series = this._chart ? this._chart.getOption().series : [];
      return series.filter(s => !name || s.name === name)
        .filter(s => s.type !== 'custom' && s.type !== 'line' || (s.data || []).some(p => p && p.key !== undefined))
        .flatMap(s => (s.data || []).map(data => keyOf({ data, seriesType: s.type })))
        .filter(key => key !== undefined).map(String);
    }

    // Where the point with that key is in the window, in CSS pixels; undefined if there is none.
    place(key) {
      if (!this._chart) return undefined;
      const series = this._chart.getOption().series;
      for (let i = 0; i < series.length; i++) {
        if (series[i].type === 'custom') continue;
        const point = (series[i].data || []).find(p => p && String(keyOf({ data: p, seriesType: series[i].type })) === String(key));
        if (point) {
          const [x, y] = this._chart.convertToPixel({ seriesIndex: i }, (point.value || point).slice(0, 2));
          const box = this._canvas.getBoundingClientRect();
          return { x: box.left + x, y: box.top + y };
        }
      }
      return undefined;
    }
  }
  customElements.define('falconet-chart', FalconetChart);
})();
