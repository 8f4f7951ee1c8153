import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, parseXml } from '../../../src/sources/caldav/xml.ts';

describe('parseXml', () => {
  it('reads names by their namespaces, whatever the prefixes are', () => {
    for (const text of [
      '<a xmlns="DAV:"><b x="1">t</b></a>',
      '<D:a xmlns:D="DAV:"><D:b x=\'1\'>t</D:b></D:a>',
      '<?xml version="1.0"?><!DOCTYPE a><!-- < --><x:a xmlns:x="DAV:"><y:b xmlns:y="DAV:" x="1"><![CDATA[t]]></y:b></x:a>',
    ]) {
      const root = parseXml(text);
      const [b] = root?.children ?? [];
      expect(root).toMatchObject({ name: 'a', space: 'DAV:' });
      expect(b).toMatchObject({ name: 'b', space: 'DAV:', text: 't' });
      expect(b?.attributes.get('x')).toBe('1');
    }
  });

  it('reads what strict parsers refuse, and keeps text as text', () => {
    expect(parseXml('<a>x\u0001&#65535;&#0;&#xD800;y</a>')?.text).toBe('x\u0001\uffff\ufffd\ufffdy');
    expect(parseXml('<a>007</a>')?.text).toBe('007');
    expect(parseXml('<a>&lol;&amp;lt;</a>')?.text).toBe('&lol;&lt;');
    expect(parseXml('<a><b>cut')?.children).toMatchObject([{ name: 'b', text: 'cut' }]);
    expect(parseXml('<a b=">">t</a>')?.text).toBe('t');
    expect(parseXml('no element')).toBeNull();
  });

  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lossless = text.replaceAll('\r', '');
        expect(parseXml(`<a>${escaped(lossless)}</a>`)?.text).toBe(lossless);
      }),
    );
  });

  it('reads anything at all, and deep nesting, without failing', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      ';',
      '#',
      '<a',
      '</a>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<?',
      'x',
      ' y="',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        parseXml(parts.join(''));
      }),
    );
    expect(parseXml('<a>'.repeat(100_000))).not.toBeNull();
  });
});
