-- What somebody does with a script in Neovim, step by step. Anything that is not as it should be ends it with an exit code of its own.
local fault = os.getenv('HUASHU_TEST_FAULT')
local patience = fault == 'server' and 1000 or 20000
local shown = {}

local function say(text)
  io.stdout:write(text .. '\n')
end

local function expect(condition, what, detail)
  if condition then
    return say('  ok    ' .. what)
  end
  say('  FAIL  ' .. what .. (detail and ('\n        ' .. vim.inspect(detail):gsub('\n', '\n        ')) or ''))
  vim.cmd('cquit 3')
end

local function eventually(what, condition)
  expect(vim.wait(patience, condition, 20), what, { findings = shown, lines = vim.api.nvim_buf_get_lines(0, 0, -1, false) })
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function text()
  return table.concat(lines(), '\n')
end

--- The rules found in the buffer, by line.
local function found()
  shown = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    local code = item.code or (item.user_data and item.user_data.lsp and item.user_data.lsp.code)
    table.insert(shown, string.format('%d:%s', item.lnum + 1, code))
  end
  table.sort(shown)
  return shown
end

local function has(finding)
  return vim.tbl_contains(found(), finding)
end

local function at(line, words)
  local column = assert(lines()[line]:find(words, 1, true), words)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 })
end

--- Opens the menu of code actions as a user does, and takes the entry that `wanted` likes.
local function act(what, wanted, context)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = {}
    for _, item in ipairs(items) do
      table.insert(titles, (options.format_item(item)))
    end
    for i, title in ipairs(titles) do
      if wanted(title, i) then
        return choose(items[i], i)
      end
    end
  end
  local before = text()
  vim.lsp.buf.code_action(context)
  vim.wait(patience, function()
    return text() ~= before
  end, 20)
  expect(text() ~= before, what, titles or 'no menu')
  return titles
end

local function steps()
  vim.cmd('edit refund.huashu')
  expect(vim.bo.filetype == 'huashu', 'a script is known by its name', vim.bo.filetype)
  eventually('a refusal is found', function()
    return has('3:flat-refusal')
  end)
  expect(#found() == #vim.fn.uniq(vim.deepcopy(found())), 'nothing is found twice', shown)
  expect(has(fault == 'assertion' and '5:no-such-rule' or '5:bare-but'), 'so is a but', shown)

  at(5, '但是')
  vim.lsp.buf.hover()
  local hover
  vim.wait(patience, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
    return hover
  end, 20)
  expect(hover and hover:find('bare-but', 1, true) and hover:find('Say instead', 1, true), 'the hover names the rule and better words', hover)

  local original = text()
  at(5, '但是')
  local titles = act('a quick fix changes the buffer', function(_, i)
    return i == 1
  end)
  expect(not lines()[5]:find('但是', 1, true), 'the words are others now', lines()[5])
  expect(lines()[5]:find('^客服：'), 'the speaker stays', lines()[5])
  expect(not text():find('${', 1, true), 'no snippet is left in the text', text())
  eventually('the finding is gone', function()
    return not has('5:bare-but') and has('3:flat-refusal')
  end)
  expect(#titles > 1, 'there was more than one thing to choose from', titles)

  at(3, '不能')
  act('another one fills the refusal', function(title)
    return title:find('{', 1, true)
  end)
  expect(lines()[3]:find('{[^}]+}'), 'what only the writer knows stays in braces', lines()[3])
  eventually('the refusal is gone', function()
    return not has('3:flat-refusal')
  end)

  vim.cmd('silent undo')
  vim.cmd('silent undo')
  expect(text() == original, 'each is undone in one step', text())
  eventually('what was found is found again', function()
    return has('3:flat-refusal') and has('5:bare-but')
  end)
end

local function layout()
  vim.cmd('edit untidy.huashu')
  vim.wait(patience, function()
    return #vim.lsp.buf_get_clients(0) > 0
  end, 20)
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = patience })
  else
    vim.lsp.buf.formatting_sync(nil, patience)
  end
  expect(text() == '# 退款\n@type complaint\n客户：钱呢？\n\n客服：马上为您查询。\n? 查到了 -> 退款', 'a script is laid out', text())
end

local function split()
  vim.cmd('edit! untidy.huashu')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'Agent: Let me check. One moment, please.' })
  at(1, 'check')
  act('a refactoring changes the buffer', function(title)
    return title:find('two turns', 1, true)
  end, { only = { 'refactor.rewrite' } })
  expect(text() == 'Agent: Let me check.\nAgent: One moment, please.', 'a turn is split in two', text())
end

local ok, failure = xpcall(function()
  steps()
  layout()
  split()
end, debug.traceback)
if not ok then
  expect(false, 'no error', failure)
end
local log = vim.fn.readfile(vim.lsp.get_log_path())
local errors = vim.tbl_filter(function(line)
  return line:find('^%[ERROR%]')
end, log)
expect(#errors == 0, 'neither side reports an error', errors)
vim.lsp.stop_client(vim.lsp.get_active_clients())
expect(vim.wait(patience, function()
  return #vim.lsp.get_active_clients() == 0
end, 20), 'the server ends when it is told to')
say('END')
vim.cmd('qall!')
