import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read, spoken } from '../support/conversation.ts';

const said = (source: string): string[] => spoken(read('huashu', source));

describe('a speaker of a script', () => {
  for (const [speaker, role] of Object.entries({
    客户: 'customer',
    顧客: 'customer',
    來電者: 'customer',
    'Customer 2': 'customer',
    客服: 'agent',
    客服1: 'agent',
    客服小张: 'agent',
    客服王女士: 'agent',
    '客服(小李)': 'agent',
    '**客服**': 'agent',
    '1. 客服': 'agent',
    坐席: 'agent',
    座席: 'agent',
    專員: 'agent',
    店小二: 'agent',
    在线客服: 'agent',
    'Agent (Ann)': 'agent',
    'AGENT Ann': 'agent',
    CSR: 'agent',
    'Customer Support': 'agent',
    '客\u200b服': 'agent',
    客服娜娜: 'agent',
    客服欧阳娜娜: 'agent',
    客服温如言: 'agent',
    客服大刘: 'agent',
    客服阿Ken: 'agent',
    '客服Ann Lee': 'agent',
    '客服(工号:001)': 'agent',
    客服1小张: 'agent',
    'Agent 李雷': 'agent',
    '**Agent (Annabelle Featherstone)**': 'agent',
    客户薇薇: 'customer',
    '顾客(ID:88)': 'customer',
    'Customer (Annabelle Featherstone)': 'customer',
  })) {
    it(`knows ${JSON.stringify(speaker)} for ${role}`, () => assert.deepEqual(said(`${speaker}:好的`), [`${role} 好的`]));
  }

  for (const label of [
    '旁白',
    '主管',
    '客服电话',
    '用户名',
    '客户须知',
    '客服方案',
    'User guide',
    'Support hours',
    'Agent notes',
    '客服温馨提示',
    '客服看看',
    '客服Check List',
    '客服大厅',
    '客户常常',
    '用户游戏',
    'https',
  ]) {
    it(`takes ${label}: for a note`, () => assert.deepEqual(said(`${label}:好的`), []));
  }
});
