// Calls to the service that also serves this page.

import { say } from "./words.js";

/** A call that was not carried out: a problem of RFC 9457, or a service that did not answer. */
export class Problem extends Error {
  constructor(status, detail, errors = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

export class Service {
  /** @param {{lang: string, key: string}} page language and key at the time of each call */
  constructor(page) {
    this.page = page;
  }

  /** The JSON answer to a GET, or to a POST when there is a body. */
  async ask(path, body, signal) {
    const how = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } };
    return this.#json(await this.send(path, { ...how, signal }));
  }

  /** The JSON answer to an uploaded form. */
  async upload(path, form) {
    return this.#json(await this.send(path, { method: "POST", body: form }));
  }

  async #json(response) {
    try {
      return await response.json();
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Problem(response.status, say(this.page.lang, "fault-strange"));
    }
  }

  /** The response to any call. Throws a Problem when it is not a success. */
  async send(path, options = {}) {
    const headers = { Accept: "application/json", "Accept-Language": this.page.lang, ...options.headers };
    if (this.page.key) headers["X-API-Key"] = this.page.key;
    let response;
    try {
      response = await fetch(path, { ...options, headers, credentials: "omit", cache: "no-store", redirect: "error" });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Problem(0, say(this.page.lang, "fault-network"));
    }
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw new Problem(response.status, problem.detail ?? say(this.page.lang, "fault-strange"), problem.errors ?? []);
  }
}
