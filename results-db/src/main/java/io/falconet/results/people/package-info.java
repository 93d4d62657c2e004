/**
 * Who may use a store's dashboard: accounts, tokens for programs, links that let in once, and who did what. Passwords come
 * here encoded; tokens and links are digested here, and no store tells them again.
 */
package io.falconet.results.people;
