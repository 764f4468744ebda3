// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

library Send {
    function value(address payable to, uint256 amount) internal {
        (bool ok, ) = to.delegatecall(abi.encode(amount));
        require(ok, "unpaid");
    }
}

contract Payer {
    uint256 public count;

    /* columns are characters: ä — 🜚 */ function direct(address to) external { (bool ok, ) = to.delegatecall(""); require(ok); }
}

contract Through {
    uint256 public count;
    function pay(address payable to, uint256 amount) external { count += 1; Send.value(to, amount); }
}

contract Executor {
    uint256 public count;
    bytes32 public last;
    function execute(bytes calldata data) external { _run(data); }
    function _run(bytes calldata data) internal { count += 1; last = keccak256(data); last ^= keccak256(address(this).code); }
}

contract Receiver {
    uint256 public count;
    receive() external payable { count += 1; (bool ok, ) = msg.sender.delegatecall(""); require(ok); }
}

contract Outer {
    Inner immutable inner;
    uint256 public count;
    constructor(Inner i) { inner = i; }
    function forward(address who) external { count += 1; inner.call(who); }
    function funds() external view returns (uint256) { return address(this).balance; }
}

contract Inner {
    Outer outer;
    mapping(address => bool) allowed;
    function call(address who) external { require(msg.sender != who); (bool ok, ) = who.delegatecall(""); require(ok); }
}
