import { Naming } from "./Naming";
import { ReadableIds } from "./ReadableIds";
import { Search } from "./Search";

export const namingModule = {
  labelEditingProvider: ["type", Naming],
  bpmnFactory: ["type", ReadableIds],
  bpmnSearch: ["type", Search],
};
