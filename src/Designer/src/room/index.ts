import { DropOnFlow, DropWhole } from "./DropOnFlow";
import { Room } from "./Room";

/** Nothing that is put in lies on anything else. */
export const roomModule = {
  __init__: ["lmsDropOnFlow", "lmsDropWhole"],
  lmsRoom: ["type", Room],
  lmsDropOnFlow: ["type", DropOnFlow],
  lmsDropWhole: ["type", DropWhole],
};
