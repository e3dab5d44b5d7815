/** The zone of this device where the family has none yet. */
class ZoneChoice extends HTMLElement {
  connectedCallback(): void {
    const choice = this.querySelector('select');
    const zone = deviceZone();
    if (!choice || choice.value !== '' || !zone) return;
    choice.value = zone;
    // Browsers know some places by an older name than the list does.
    if (choice.value === '') {
      choice.append(new Option(zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' '), zone));
      choice.value = zone;
    }
  }
}

/** A moment on the clock of this device, where that shows something else than the page does. */
class DeviceTime extends HTMLElement {
  connectedCallback(): void {
    const { instant = '', shown, says = '' } = this.dataset;
    const at = new Date(instant);
    const zone = deviceZone();
    if (Number.isNaN(at.getTime()) || !zone || localMinute(at) === shown) return;
    const { lang } = document.documentElement;
    // As i18n/dates.ts writes it.
    const moment = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      calendar: 'gregory',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at);
    const line = document.createElement('p');
    line.className = 'quiet';
    line.textContent = says.replace('\u2026', moment);
    this.replaceChildren(line);
  }
}

function deviceZone(): string | undefined {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `2027-03-28T03:00`, as the server writes what it shows. */
function localMinute(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

customElements.define('zone-choice', ZoneChoice);
customElements.define('device-time', DeviceTime);
