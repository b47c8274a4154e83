import type { CommandStack } from "../modeler/types";
import { MendHandler } from "./MendHandler";

export const mendCommand = "lms.mend";

class Mending {
  static $inject = ["commandStack"];

  constructor(commandStack: CommandStack) {
    commandStack.registerHandler(mendCommand, MendHandler);
  }
}

/** Quick fixes as one undoable step each. */
export const mendingModule = { __init__: ["lmsMending"], lmsMending: ["type", Mending] };
