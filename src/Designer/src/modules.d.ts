declare module "diagram-js-minimap";
declare module "*.css";
