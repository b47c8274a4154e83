import { Parts } from "../lms/Parts";
import { Adapting } from "./Adapting";
import { Chaining } from "./Chaining";
import { Palette } from "./Palette";

/** The palette of bpmn-js is replaced by ours. */
export const paletteModule = {
  __init__: ["paletteProvider", "lmsAdapting", "lmsChaining"],
  lmsParts: ["type", Parts],
  lmsAdapting: ["type", Adapting],
  lmsChaining: ["type", Chaining],
  paletteProvider: ["type", Palette],
};
