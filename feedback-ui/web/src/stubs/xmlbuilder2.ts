/** Stands in for xmlbuilder2, which the viewer library imports and never calls here; it needs Node. */
const unsupported = (): never => {
  throw new Error('XML is not supported in this build');
};
export const create = unsupported;
export const convert = unsupported;
