import { Fragments } from "../lms/Fragments";
import { Ids } from "../lms/Ids";
import { Method } from "../lms/Method";
import { Parts } from "../lms/Parts";
import { Adapting } from "./Adapting";
import { Chaining } from "./Chaining";
import { Palette } from "./Palette";

/** The palette of bpmn-js is replaced by ours. */
export const paletteModule = {
  __init__: ["paletteProvider", "lmsAdapting", "lmsChaining"],
  lmsIds: ["type", Ids],
  lmsMethod: ["type", Method],
  lmsFragments: ["type", Fragments],
  lmsParts: ["type", Parts],
  lmsAdapting: ["type", Adapting],
  lmsChaining: ["type", Chaining],
  paletteProvider: ["type", Palette],
};
