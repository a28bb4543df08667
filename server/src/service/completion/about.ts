/** What an offer is about, small enough to travel to the client and back. */
export type About =
  | { readonly of: 'placeholder'; readonly name: string }
  | { readonly of: 'rule'; readonly id: string }
  | { readonly of: 'scene'; readonly name: string; readonly uri?: string | undefined }
  | { readonly of: 'directive'; readonly name: string; readonly value?: string }
  | { readonly of: 'suppression'; readonly name: string }
  | { readonly of: 'text'; readonly text: string; readonly note?: string | undefined };
