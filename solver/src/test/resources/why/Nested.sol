// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What accounts allow each other stands within a struct, and roles within a mapping of structs.
contract NestedCoin {
    struct Rights { mapping(address => uint256) allowed; }
    struct Role { mapping(address => bool) has; }
    mapping(address => uint256) public balanceOf;
    mapping(address => Rights) rights;
    mapping(bytes32 => Role) roles;
    constructor(address first) { balanceOf[first] = 1000; }
    function allow(address who, uint256 v) external { rights[msg.sender].allowed[who] = v; }
    function join(bytes32 role) external { roles[role].has[msg.sender] = true; }
    function pay(address to, uint256 v) external { _move(msg.sender, to, v); }
    function payFrom(address from, address to, uint256 v) external { rights[from].allowed[msg.sender] -= v; _move(from, to, v); }
    function leave(bytes32 role, address from, uint256 v) external { require(roles[role].has[from]); _move(from, msg.sender, v); }
    function _move(address from, address to, uint256 v) private { balanceOf[from] -= v; balanceOf[to] += v; }
}

contract Box {
    NestedCoin immutable coin;
    uint256 public total;
    constructor(NestedCoin c) { coin = c; }
    function put(uint256 v) external { require(v <= coin.balanceOf(address(this)) - total); total += v; }
    function get(uint256 v) external { require(v <= total); total -= v; coin.pay(msg.sender, v); }
}
