// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Counts the ether of one transaction in each of several calls.
contract Multicall {
    mapping(address => uint256) public credit;
    uint256 public owed;

    function deposit() external payable {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function multicall(bytes[] calldata calls) external payable {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool ok,) = address(this).delegatecall(calls[i]);
            require(ok, "failed");
        }
    }
}

/// The same, but several calls carry no ether.
contract PlainMulticall {
    mapping(address => uint256) public credit;
    uint256 public owed;

    function deposit() external payable {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function multicall(bytes[] calldata calls) external {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool ok,) = address(this).delegatecall(calls[i]);
            require(ok, "failed");
        }
    }
}

/// Executes what was proposed a day before, and lets itself be told to wait less.
contract Timelock {
    uint256 public delay = 1 days;
    bool private immutable careful;
    mapping(bytes32 => uint256) public ready;

    constructor(bool c) {
        careful = c;
    }

    function propose(address to, bytes calldata data) external {
        require(!careful || to != address(this), "not me");
        ready[keccak256(abi.encode(to, data))] = block.timestamp + delay;
    }

    function execute(address to, bytes calldata data) external {
        uint256 at = ready[keccak256(abi.encode(to, data))];
        require(at != 0 && block.timestamp >= at, "not yet");
        (bool ok,) = to.call(data);
        require(ok, "failed");
    }

    function setDelay(uint256 d) external {
        require(msg.sender == address(this), "only me");
        delay = d;
    }
}
