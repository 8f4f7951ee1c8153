/** What a feature comes from, so that reasons can be told by it. */
export type FeatureGroup =
  | 'title'
  | 'description'
  | 'people'
  | 'organizer'
  | 'recurring'
  | 'length'
  | 'conference'
  | 'all-day'
  | 'free'
  | 'place'
  | 'room'
  | 'craft';
