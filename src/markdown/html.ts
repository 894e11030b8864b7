/** HTML that is safe to place in a page as it stands: made by `markdown/`, never by concatenating what a person wrote. */
export type Html = string & { readonly safe: 'html' };
