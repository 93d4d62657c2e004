// <falconet-moment at="2026-01-31T12:00:00Z">: an instant in the reader's own time zone and language.
(() => {
  if (customElements.get('falconet-moment')) return;
  customElements.define('falconet-moment', class extends HTMLElement {
    static get observedAttributes() { return ['at']; }
    attributeChangedCallback() {
      const at = new Date(this.getAttribute('at'));
      const today = new Date().toDateString() === at.toDateString();
      this.textContent = new Intl.DateTimeFormat(undefined, {
        ...(today ? {} : { year: 'numeric', month: 'short', day: 'numeric' }),
        hour: '2-digit', minute: '2-digit',
      }).format(at);
      this.title = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(at);
    }
  });
})();
