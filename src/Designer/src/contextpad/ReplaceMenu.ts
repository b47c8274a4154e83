/** What the engine does not run is not offered as another type. The list follows the engine's own of what it runs. */
const notRun = /transaction|ad-hoc|complex|compensation|cancel|script|rule-task|conditional-(boundary|start)|send-task|data-|pool|collapsed|non-interrupting-conditional|-expanded-subprocess$/;
const startTypes = /^replace-with-(message|timer|signal|conditional)-start$/;

type Entries = Record<string, unknown>;

export class ReplaceMenu {
  static $inject = ["popupMenu"];

  /** After bpmn-js's own provider, so that there is something to take away from. */
  private static readonly Priority = 500;

  constructor(popupMenu: { registerProvider(id: string, priority: number, provider: unknown): void }) {
    popupMenu.registerProvider("bpmn-replace", ReplaceMenu.Priority, this);
  }

  getPopupMenuEntries(target: { parent?: { businessObject: { triggeredByEvent?: boolean } } }): (entries: Entries) => Entries {
    const inHandler = target.parent?.businessObject.triggeredByEvent === true;
    return (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => !notRun.test(name) && (inHandler || !startTypes.test(name))));
  }

  getPopupMenuHeaderEntries(): (entries: Entries) => Entries {
    return (entries) => entries;
  }
}
