// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A fund that pays whoever leaves before it has noted that they left.
contract Broken {
    mapping(address => uint256) public credit;

    function join() external payable {
        credit[msg.sender] += msg.value;
    }

    function leave() external {
        uint256 amount = credit[msg.sender];
        require(amount > 0, "nothing");
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
        credit[msg.sender] = 0;
    }
}

/// The same, with a sentinel: a call that leaves the fund with less than it owes is undone.
contract Guarded {
    mapping(address => uint256) public credit;
    uint256 public owed;

    modifier watched() {
        _;
        require(address(this).balance >= owed, "not covered");
    }

    function join() external payable watched {
        credit[msg.sender] += msg.value;
        owed += msg.value;
    }

    function leave() external watched {
        uint256 amount = credit[msg.sender];
        require(amount > 0, "nothing");
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid, "not paid");
        owed -= credit[msg.sender];
        credit[msg.sender] = 0;
    }
}
