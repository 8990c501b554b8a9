import type { Uploads } from '../../../kit/uploads/use-uploads.ts';

/** For controls of fields that stand by themselves, where there is no place for files. */
export const noUploads: Uploads = {
  list: [],
  add: () => {},
  remove: () => {},
  retry: () => {},
  clear: () => {},
  forget: () => {},
  uploaded: [],
  isUploading: false,
};
