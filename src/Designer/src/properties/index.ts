import { Editing } from "./Editing";

export const propertiesModule = { lmsEditing: ["type", Editing] };
