export function modelRevision(): string;
export function revisionDefined(): { readonly ASYLIA_MODEL_REVISION: string };
