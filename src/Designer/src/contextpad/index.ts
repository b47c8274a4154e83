import { ContextPad } from "./ContextPad";
import { ReplaceMenu } from "./ReplaceMenu";

/** Beside an element and in the menu of types: only what the engine runs. */
export const contextPadModule = {
  __init__: ["contextPadProvider", "lmsReplaceMenu"],
  contextPadProvider: ["type", ContextPad],
  lmsReplaceMenu: ["type", ReplaceMenu],
};
